package dev.stockade.library;

import dev.stockade.journal.Journal;
import dev.stockade.library.awscrt.CrtClient;
import dev.stockade.policy.InForce;
import dev.stockade.weave.Hook;
import dev.stockade.weave.Library;
import dev.stockade.weave.LibraryHooks;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** The places of all HTTP clients, and of the signers of the AWS SDKs. */
public final class HttpHooks extends LibraryHooks {
  static final int HTTP_URL_CONNECTION = 0;
  static final int JDK_HTTP1 = 1;
  static final int JDK_HTTP2 = 2;
  static final int JDK_HTTP3 = 3;
  static final int SDK_V1_SIGNER = 4;
  static final int SDK_V2_SIGNER = 5;
  static final int SDK_V2_LEGACY_SIGNER = 6;
  static final int APACHE4 = 7;
  static final int APACHE5 = 8;
  static final int APACHE5_HTTP2 = 9;
  static final int OKHTTP = 10;
  static final int OKHTTP_STREAM = 11;
  static final int NETTY_HTTP1 = 12;
  static final int NETTY_HTTP2 = 13;
  static final int CRT = 14;
  static final int JETTY = 15;
  static final int HAND_OVER = 16;
  static final int LIBRARIES = 17;

  private static final String V1_SIGNER = "amazonaws/auth/AWS4Signer";
  private static final String V2_SIGNER = "awssdk/http/auth/aws/internal/signer/";
  private static final String V2_LEGACY = "awssdk/auth/signer/internal/AbstractAws4Signer";

  /** An older overload calls this one. */
  private static final String V2_LEGACY_KEY =
      "*Ljava/time/Instant;Ljava/lang/String;Ljava/lang/String;)[B";

  /** Not the overload without the access key id, which each chunk of a body asks for. */
  private static final String V2_CREDENTIAL = "*AwsCredentialsIdentity;)Ljava/lang/String;";

  private final Journal journal;
  private final InForce inForce;

  /** What the libraries share. Made with the first of them. */
  private Libraries libraries;

  /**
   * @param instrumentation opens the packages of named modules that a hook looks into
   * @param inForce the policy, for each request anew
   */
  public HttpHooks(Journal journal, Instrumentation instrumentation, InForce inForce) {
    super(LIBRARIES, instrumentation);
    this.journal = journal;
    this.inForce = inForce;
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
        Hook.enter(V2_SIGNER + "CredentialScope", "getDatetime", null).relocated(),
        Hook.returned(V2_SIGNER + "CredentialScope", "scope", V2_CREDENTIAL).relocated(),
        Hook.enter(V2_SIGNER + "V4RequestSigningResult", "<init>", null, 1, 2, 3).relocated());
    add(
        all,
        SDK_V2_LEGACY_SIGNER,
        Hook.enter(V2_LEGACY, "createStringToSign", null, 0).relocated(),
        Hook.returned(V2_LEGACY, "deriveSigningKey", V2_LEGACY_KEY, 0, 1, 2, 3).relocated(),
        Hook.returned(V2_LEGACY, "computeSignature", null).relocated());
    addApache(all);
    addOkHttp(all);
    addNetty(all);
    addCrt(all);
    addJetty(all);
    addHandOver(all);
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

  private void addNetty(List<Hook> all) {
    add(
        all,
        NETTY_HTTP1,
        Hook.enter("netty/handler/codec/http/HttpObjectEncoder", "encode", null, Hook.THIS, 0, 1)
            .parameters(3)
            .relocated());
    String encoder = "netty/handler/codec/http2/DefaultHttp2ConnectionEncoder";
    add(
        all,
        NETTY_HTTP2,
        Hook.skip(encoder, "writeHeaders", null, 5, Hook.THIS, 0, 1, 2, 5)
            .parameters(6)
            .relocated(),
        Hook.skip(encoder, "writeHeaders", null, 8, Hook.THIS, 0, 1, 2, 8)
            .parameters(9)
            .relocated());
  }

  /** In the order of the places of {@link CrtClient}. */
  private void addCrt(List<Hook> all) {
    String http = "software/amazon/awssdk/crt/http/";
    String connection = http + "HttpClientConnection";
    String http2 = http + "Http2ClientConnection";
    String streams = http + "Http2StreamManager";
    String stream = "(L" + http + "HttpRequestBase;L" + http + "HttpStreamBaseResponseHandler;";
    String future = ")Ljava/util/concurrent/CompletableFuture;";
    add(
        all,
        CRT,
        Hook.enter(connection, "makeRequest", null, Hook.THIS, 0).parameters(2),
        Hook.enter(connection, "makeRequest", null, Hook.THIS, 0).parameters(3).ifPresent(),
        Hook.enter(http2, "makeRequest", null, Hook.THIS, 0).parameters(2),
        Hook.enter(http2, "makeRequest", null, Hook.THIS, 0).parameters(3).ifPresent(),
        Hook.enter(streams, "acquireStream", stream + future, Hook.THIS, 0),
        Hook.enter(streams, "acquireStream", stream + 'Z' + future, Hook.THIS, 0).ifPresent(),
        Hook.returned(
            http + "HttpClientConnectionManager", "acquireConnection", '(' + future, Hook.THIS),
        Hook.enter(connection, "onConnectionAcquired", null, 0),
        Hook.enter("software/amazon/awssdk/crt/s3/S3Client", "makeMetaRequest", null, 0));
  }

  /** HTTP/1.1, then HTTP/2: Jetty 9.4, 10 and 11, 12. */
  private void addJetty(List<Hook> all) {
    List<Hook> hooks = new ArrayList<Hook>(6);
    for (String http : new String[] {"client/", "http2/client/"}) {
      String sender = http.startsWith("http2") ? "HttpSenderOverHTTP2" : "HttpSenderOverHTTP";
      hooks.add(jetty(http + "http/" + sender, 3).ifPresent());
      hooks.add(jetty(http + "http/" + sender, 4).ifPresent());
      hooks.add(jetty(http + "transport/internal/" + sender, 4));
    }
    add(all, JETTY, hooks.toArray(new Hook[0]));
  }

  /** The callback is the last of the method's parameters. */
  private static Hook jetty(String type, int count) {
    int callback = count - 1;
    return Hook.skip("eclipse/jetty/" + type, "sendHeaders", null, 0, 0, callback)
        .parameters(count)
        .relocated();
  }

  /** In the order of the places of {@link CallHandOver}. */
  private void addHandOver(List<Hook> all) {
    String sdk = "software/amazon/awssdk/http/";
    String apache5 = "hc/client5/http/impl/async/Internal";
    String future = "*Ljava/util/concurrent/Executor;)Ljava/util/concurrent/CompletableFuture;";
    add(
        all,
        HAND_OVER,
        // All ways to send call this one.
        Hook.enter("jdk/internal/net/http/HttpClientImpl", "sendAsync", future, 0),
        Hook.enter("okhttp3/RealCall", "enqueue", null, Hook.THIS).relocated(),
        Hook.enter("okhttp3/internal/connection/RealCall", "enqueue", null, Hook.THIS).relocated(),
        Hook.enter(sdk + "nio/netty/NettyNioAsyncHttpClient", "execute", null, 0).relocated(),
        Hook.enter(sdk + "crt/AwsCrtAsyncHttpClient", "execute", null, 0).relocated(),
        Hook.enter(apache5 + "HttpAsyncClient", "determineRoute", null, 0).relocated(),
        Hook.enter(apache5 + "H2AsyncClient", "determineRoute", null, 0).relocated(),
        Hook.enter(
                "apache/http/impl/nio/conn/PoolingNHttpClientConnectionManager",
                "requestConnection",
                null,
                0)
            .relocated());
  }

  @Override
  protected Library create(int number) {
    if (libraries == null) {
      libraries = new Libraries(journal, inForce);
    }
    return libraries.create(number);
  }
}
