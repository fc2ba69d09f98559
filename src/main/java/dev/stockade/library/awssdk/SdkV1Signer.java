package dev.stockade.library.awssdk;

import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.Call;

/** The signer of AWS SDK for Java 1.10 to 1.12, {@code com.amazonaws.auth.AWS4Signer}. */
final class SdkV1Signer implements HookHandler {
  static final int STRING_TO_SIGN = 0;
  static final int SIGNING_KEY = 1;
  static final int SIGNATURE = 2;

  private final Call accessKeyId = new Call("getAWSAccessKeyId");
  private final Call day = new Call("getFormattedSigningDate");
  private final Call region = new Call("getRegionName");
  private final Call service = new Call("getServiceName");
  private final SigningWatch watch;

  SdkV1Signer(SigningWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    switch (id) {
      case STRING_TO_SIGN:
        watch.canonical((String) loads[0]);
        break;
      case SIGNING_KEY:
        watch.derived(
            (String) accessKeyId.on(loads[0]),
            (String) day.on(loads[1]),
            (String) region.on(loads[1]),
            (String) service.on(loads[1]),
            (byte[]) value);
        break;
      case SIGNATURE:
        watch.signed((byte[]) value);
        break;
      default:
        break;
    }
    return value;
  }
}
