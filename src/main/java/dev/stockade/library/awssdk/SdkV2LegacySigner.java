package dev.stockade.library.awssdk;

import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import java.time.Instant;

/** The older signer of AWS SDK for Java 2, in {@code auth}; services used it up to 2.20. */
final class SdkV2LegacySigner implements HookHandler {
  static final int STRING_TO_SIGN = 0;
  static final int SIGNING_KEY = 1;
  static final int SIGNATURE = 2;

  private final MethodByName accessKeyId = new MethodByName("accessKeyId");
  private final SignerObserver watch;

  SdkV2LegacySigner(SignerObserver watch) {
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
            day((Instant) loads[1]),
            (String) loads[2],
            (String) loads[3],
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

  /** The day in UTC: an instant's text starts with it. */
  private static String day(Instant instant) {
    String text = instant.toString();
    return text.substring(0, 4) + text.substring(5, 7) + text.substring(8, 10);
  }
}
