package dev.stockade.library.awssdk;

import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;

/** The signer of AWS SDK for Java 1.10 to 1.12, {@code com.amazonaws.auth.AWS4Signer}. */
final class SdkV1Signer implements HookHandler {
  static final int STRING_TO_SIGN = 0;
  static final int SIGNING_KEY = 1;
  static final int SIGNATURE = 2;

  private final MethodByName accessKeyId = new MethodByName("getAWSAccessKeyId");
  private final MethodByName day = new MethodByName("getFormattedSigningDate");
  private final MethodByName region = new MethodByName("getRegionName");
  private final MethodByName service = new MethodByName("getServiceName");
  private final SignerObserver watch;

  SdkV1Signer(SignerObserver watch) {
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
