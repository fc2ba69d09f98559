package dev.stockade.http;

import dev.stockade.aws.AwsCheck;
import dev.stockade.aws.EnvironmentKeys;
import dev.stockade.aws.SignatureVerifier;
import dev.stockade.aws.SigningKeys;
import dev.stockade.aws.SigningLog;
import dev.stockade.journal.Journal;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookFamily;
import dev.stockade.weave.Packages;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of all HTTP clients as one table, and the client that a reached place belongs to. A
 * JVM that starts loads this class alone; a client's file is loaded when its first request is seen.
 */
public final class HttpClients implements HookFamily {
  private static final int HTTP_URL_CONNECTION = 0;
  private static final int JDK_HTTP1 = 1;
  private static final int JDK_HTTP2 = 2;
  private static final int JDK_HTTP3 = 3;
  private static final int SDK_V1_SIGNER = 4;
  private static final int SDK_V2_SIGNER = 5;
  private static final int SDK_V2_LEGACY_SIGNER = 6;
  private static final int APACHE4 = 10;
  private static final int APACHE5 = 11;
  private static final int APACHE5_HTTP2 = 12;
  private static final int OKHTTP = 13;
  private static final int OKHTTP_STREAM = 14;
  private static final int CLIENTS = 32;

  private static final String V1_SIGNER = "amazonaws/auth/AWS4Signer";
  private static final String V2_SIGNER = "awssdk/http/auth/aws/internal/signer/";
  private static final String V2_LEGACY = "awssdk/auth/signer/internal/AbstractAws4Signer";

  /** An older overload calls this one. */
  private static final String V2_LEGACY_KEY =
      "*Ljava/time/Instant;Ljava/lang/String;Ljava/lang/String;)[B";

  private final Journal journal;
  private final Instrumentation instrumentation;
  private final boolean enforcing;

  /** For each hook its client, and its place among the client's hooks. */
  private final int[] clientOf = new int[64];

  private final int[] placeOf = new int[64];
  private final HttpClient[] clients = new HttpClient[CLIENTS];
  private HttpWatch watch;
  private SigningWatch signing;

  /**
   * @param instrumentation opens the packages of named modules that a client's hook looks into
   * @param enforcing whether violations are refused, or only reported
   */
  public HttpClients(Journal journal, Instrumentation instrumentation, boolean enforcing) {
    this.journal = journal;
    this.instrumentation = instrumentation;
    this.enforcing = enforcing;
  }

  @Override
  public List<Hook> hooks() {
    List<Hook> all = new ArrayList<Hook>(64);
    add(
        all,
        HTTP_URL_CONNECTION,
        // The overload with three parameters calls this one.
        Hook.enter(
            "sun/net/www/http/HttpClient",
            "writeRequests",
            "(Lsun/net/www/MessageHeader;Lsun/net/www/http/PosterOutputStream;)V",
            Hook.THIS,
            0,
            1));
    add(
        all,
        JDK_HTTP1,
        Hook.returned(
            "jdk/internal/net/http/Http1Request", "headers", "()Ljava/util/List;", Hook.THIS));
    add(
        all,
        JDK_HTTP2,
        Hook.returned("jdk/internal/net/http/Stream", "headerFrame", null, Hook.THIS));
    add(
        all,
        JDK_HTTP3,
        Hook.enter("jdk/internal/net/http/qpack/Encoder", "encodeHeaders", null, 3));
    add(
        all,
        SDK_V1_SIGNER,
        Hook.enter(V1_SIGNER, "createStringToSign", null, 0).relocated(),
        Hook.returned(V1_SIGNER, "deriveSigningKey", null, 0, 1).relocated(),
        Hook.returned(V1_SIGNER, "computeSignature", null).relocated());
    add(
        all,
        SDK_V2_SIGNER,
        Hook.returned(V2_SIGNER + "util/SignerUtils", "deriveSigningKey", null, 0, 1).relocated(),
        Hook.enter(V2_SIGNER + "V4RequestSigningResult", "<init>", null, 2, 3).relocated());
    add(
        all,
        SDK_V2_LEGACY_SIGNER,
        Hook.enter(V2_LEGACY, "createStringToSign", null, 0).relocated(),
        Hook.returned(V2_LEGACY, "deriveSigningKey", V2_LEGACY_KEY, 0, 1, 2, 3).relocated(),
        Hook.returned(V2_LEGACY, "computeSignature", null).relocated());
    addApache(all);
    addOkHttp(all);
    return all;
  }

  private void addApache(List<Hook> all) {
    add(
        all,
        APACHE4,
        request("apache/http/impl/DefaultBHttpClientConnection", "sendRequestHeader"),
        request("apache/http/impl/AbstractHttpClientConnection", "sendRequestHeader"),
        request("apache/http/impl/nio/DefaultNHttpClientConnection", "submitRequest"));
    add(
        all,
        APACHE5,
        request("hc/core5/http/impl/io/DefaultBHttpClientConnection", "sendRequestHeader"),
        request("hc/core5/http/impl/nio/AbstractHttp1StreamDuplexer", "commitMessageHead"));
    add(
        all,
        APACHE5_HTTP2,
        request(
            "hc/core5/http2/impl/nio/AbstractH2StreamMultiplexer$H2StreamChannelImpl", "submit"));
  }

  private void addOkHttp(List<Hook> all) {
    add(
        all,
        OKHTTP,
        Hook.enter("okhttp3/internal/http/CallServerInterceptor", "intercept", null, 0)
            .relocated());
    add(
        all,
        OKHTTP_STREAM,
        request("okhttp3/internal/http/Http1xStream", "writeRequestHeaders"),
        request("okhttp3/internal/http/Http2xStream", "writeRequestHeaders"));
  }

  /** A copy's descriptor is another one, but none of these methods is overloaded. */
  private static Hook request(String className, String method) {
    return Hook.enter(className, method, null, Hook.THIS, 0).relocated();
  }

  private void add(List<Hook> all, int client, Hook... hooks) {
    for (int place = 0; place < hooks.length; place++) {
      clientOf[all.size()] = client;
      placeOf[all.size()] = place;
      all.add(hooks[place]);
    }
  }

  @Override
  public Object reached(int index, Object value, Object[] loads) throws Exception {
    HttpClient client = clients[clientOf[index]];
    if (client == null) {
      client = make(clientOf[index], value, loads);
    }
    return client.reached(placeOf[index], value, loads);
  }

  private synchronized HttpClient make(int number, Object value, Object[] loads) {
    if (clients[number] == null) {
      if (watch == null) {
        prepare();
      }
      clients[number] = create(number, value, loads);
    }
    return clients[number];
  }

  private HttpClient create(int number, Object value, Object[] loads) {
    switch (number) {
      case HTTP_URL_CONNECTION:
        return new HttpUrlConnection(watch);
      case JDK_HTTP1:
        Packages.open(instrumentation, loads[0].getClass());
        return new JdkHttp1(watch);
      case JDK_HTTP2:
        Packages.open(instrumentation, loads[0].getClass());
        Packages.open(instrumentation, value.getClass());
        return new JdkHttp2(watch);
      case JDK_HTTP3:
        return new JdkHttp3(watch);
      case SDK_V1_SIGNER:
        return new SdkV1Signer(signing);
      case SDK_V2_SIGNER:
        return new SdkV2Signer(signing);
      case SDK_V2_LEGACY_SIGNER:
        return new SdkV2LegacySigner(signing);
      case APACHE4:
        return new Apache4(watch);
      case APACHE5:
        return new Apache5(watch);
      case APACHE5_HTTP2:
        return new Apache5Http2(watch);
      case OKHTTP:
        return new OkHttp(watch);
      case OKHTTP_STREAM:
        return new OkHttpStream(watch);
      default:
        throw new IllegalStateException("no HTTP client has number " + number);
    }
  }

  private void prepare() {
    SigningKeys keys = new SigningKeys();
    SigningLog log = new SigningLog();
    AwsCheck check = new AwsCheck(new SignatureVerifier(keys, log, new EnvironmentKeys()));
    signing = new SigningWatch(keys, log);
    watch = new HttpWatch(check, journal, enforcing);
  }
}
