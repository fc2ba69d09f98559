package dev.stockade.http;

import dev.stockade.weave.Call;
import dev.stockade.weave.Library;

/** The signer of AWS SDK for Java 2.21 and newer, in {@code http-auth-aws}. */
final class SdkV2Signer implements Library {
  private static final int SIGNING_KEY = 0;
  private static final int RESULT = 1;

  private final Call accessKeyId = new Call("accessKeyId");
  private final Call day = new Call("getDate");
  private final Call region = new Call("getRegion");
  private final Call service = new Call("getService");
  private final Call canonicalRequest = new Call("getCanonicalRequestString");
  private final SigningWatch watch;

  SdkV2Signer(SigningWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    if (place == SIGNING_KEY) {
      watch.derived(
          (String) accessKeyId.on(loads[0]),
          (String) day.on(loads[1]),
          (String) region.on(loads[1]),
          (String) service.on(loads[1]),
          (byte[]) value);
    } else if (place == RESULT && loads[1] != null) {
      // An anonymous request has no signature and no canonical form.
      watch.signed((String) canonicalRequest.on(loads[1]), (String) loads[0]);
    }
    return value;
  }
}
