package dev.stockade.library.awssdk;

import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;

/**
 * The signer of AWS SDK for Java 2.21 and newer, in {@code http-auth-aws}. It names the credential
 * of a signature for the {@code Authorization} header after it has signed, and for a query before
 * it signs; all on one thread.
 *
 * <p>Not hooked where it derives the key: that class has lambdas, and for those a JVM makes new
 * classes, which stay, each time the class is woven or let go.
 */
final class SdkV2Signer implements HookHandler {
  static final int START = 0;
  static final int CREDENTIAL = 1;
  static final int RESULT = 2;

  private static final int KEY = 0;
  private static final int SIGNATURE = 1;
  private static final int REQUEST = 2;
  private static final int CREDENTIAL_OF_QUERY = 3;

  private static final String IN_QUERY = "X-Amz-Credential=";

  private final MethodByName canonicalRequest = new MethodByName("getCanonicalRequestString");
  private final SignerObserver watch;

  /**
   * Key, signature and canonical request of a header's signature until it has its credential; a
   * query's credential until it is signed. The array stays with the thread, empty; it is of no
   * class of ours.
   */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<Object[]> half = new ThreadLocal<Object[]>();

  SdkV2Signer(SignerObserver watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (id == START) {
      // Left by a signature whose credential was not seen: it is not for the next one's.
      forget(half());
    } else if (id == CREDENTIAL) {
      named((String) value);
    } else if (id == RESULT && loads[REQUEST] != null) {
      // An anonymous request has no signature and no canonical form.
      signed((String) canonicalRequest.on(loads[REQUEST]), loads);
    }
    return value;
  }

  private void named(String credential) {
    Object[] mine = half();
    String request = (String) mine[REQUEST];
    if (request == null) {
      mine[CREDENTIAL_OF_QUERY] = credential;
      return;
    }
    String signature = (String) mine[SIGNATURE];
    byte[] key = (byte[]) mine[KEY];
    forget(mine);
    watch.signed(request, signature, credential, key);
  }

  private void signed(String request, Object[] loads) throws UnsupportedEncodingException {
    Object[] mine = half();
    Object before = mine[CREDENTIAL_OF_QUERY];
    mine[CREDENTIAL_OF_QUERY] = null;
    String inQuery = inQuery(request);
    if (inQuery == null) {
      mine[KEY] = loads[KEY];
      mine[SIGNATURE] = loads[SIGNATURE];
      mine[REQUEST] = request;
    } else {
      // A key for the wrong credential would make good requests look bad.
      String credential = inQuery.equals(before) ? inQuery : null;
      watch.signed(request, (String) loads[SIGNATURE], credential, (byte[]) loads[KEY]);
    }
  }

  private Object[] half() {
    Object[] mine = half.get();
    if (mine == null) {
      mine = new Object[4];
      half.set(mine);
    }
    return mine;
  }

  private static void forget(Object[] half) {
    half[KEY] = null;
    half[SIGNATURE] = null;
    half[REQUEST] = null;
  }

  /** The credential in the query, which is the third line of a canonical request; or null. */
  private static String inQuery(String request) throws UnsupportedEncodingException {
    int from = request.indexOf('\n', request.indexOf('\n') + 1) + 1;
    int end = request.indexOf('\n', from);
    while (from < end) {
      int and = request.indexOf('&', from);
      int to = and < 0 || and > end ? end : and;
      if (request.startsWith(IN_QUERY, from)) {
        return URLDecoder.decode(request.substring(from + IN_QUERY.length(), to), "UTF-8");
      }
      from = to + 1;
    }
    return null;
  }
}
