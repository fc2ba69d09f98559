package dev.stockade.http;

import dev.stockade.weave.Call;
import dev.stockade.weave.Library;

/**
 * The signer of AWS SDK for Java 2.21 and newer, in {@code http-auth-aws}. It writes the credential
 * of a signature into the {@code Authorization} header after it has signed, and into a query before
 * it signs; on one thread, and with no other signature in between.
 *
 * <p>Not hooked where it derives the key: that class has lambdas, and for those a JVM makes new
 * classes, which stay, each time the class is woven or let go.
 */
final class SdkV2Signer implements Library {
  private static final int CREDENTIAL = 0;
  private static final int RESULT = 1;

  private static final int KEY = 0;
  private static final int SIGNATURE = 1;
  private static final int REQUEST = 2;

  private static final String IN_QUERY = "X-Amz-Credential=";

  private final Call canonicalRequest = new Call("getCanonicalRequestString");
  private final SigningWatch watch;

  /** Key, signature and canonical request that wait for their credential. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<Object[]> signed = new ThreadLocal<Object[]>();

  /** A credential that waits for its signature. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<String> credential = new ThreadLocal<String>();

  SdkV2Signer(SigningWatch watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    if (place == CREDENTIAL) {
      named((String) value);
    } else if (place == RESULT && loads[REQUEST] != null) {
      // An anonymous request has no signature and no canonical form.
      String request = (String) canonicalRequest.on(loads[REQUEST]);
      signed(request, loads);
    }
    return value;
  }

  private void named(String of) {
    Object[] before = signed.get();
    if (before == null) {
      credential.set(of);
    } else {
      signed.remove();
      watch.signed((String) before[REQUEST], (String) before[SIGNATURE], of, (byte[]) before[KEY]);
    }
  }

  private void signed(String request, Object[] loads) {
    String before = credential.get();
    credential.remove();
    if (!request.contains(IN_QUERY)) {
      signed.set(new Object[] {loads[KEY], loads[SIGNATURE], request});
    } else if (before != null && request.contains(IN_QUERY + before.replace("/", "%2F") + '&')) {
      watch.signed(request, (String) loads[SIGNATURE], before, (byte[]) loads[KEY]);
    } else {
      // An id that needs an escape: a key for the wrong one would make good requests look bad.
      watch.signed(request, (String) loads[SIGNATURE]);
    }
  }
}
