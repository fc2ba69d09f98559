package dev.stockade.library;

import dev.stockade.aws.keys.SecretKeys;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.request.WireRequest;
import dev.stockade.aws.sigv4.TestSigner;
import dev.stockade.enforce.TestCertificates;
import dev.stockade.gate.StockadeGate;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.rule.Mode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.message.BasicHttpResponse;

/**
 * Calls the hooks as woven code does, through the gate and the guards to the real handlers: of
 * handshakes that are compliant, and of requests to AWS that are rightly signed. What the JDK or a
 * library would hand over is the real object, or of its shape. One at a time, since there is one
 * gate; by any number of threads.
 */
public final class HookCalls implements AutoCloseable {
  private static final String ID = "ASIAIOSFODNN7EXAMPLE";
  private static final String REGION = "eu-central-1";
  private static final String SERVICE = "dynamodb";
  private static final int REQUESTS = 64;

  private final LibraryTestKit kit =
      new LibraryTestKit(
          Mode.ENFORCE, new TestOwner(new JournalSettings("enforce").summary(false)));
  private final int start = kit.hook("HandshakeContext.<init>");
  private final int protocols = kit.hook("HandshakeContext.getActiveProtocols");
  private final int suites = kit.hook("HandshakeContext.getActiveCipherSuites");
  private final int signed13 = kit.hook("CertificateVerify$T13CertificateVerifyMessage.<init>");
  private final int finish = kit.hook("TransportContext.finishHandshake");
  private final int made = kit.hook("SSLContextImpl.engineInit");
  private final int send = kit.hook("DefaultBHttpClientConnection.sendRequestHeader");
  private final int receive = kit.hook("DefaultBHttpClientConnection.receiveResponseHeader");
  private final int dated = kit.hook("CredentialScope.getDatetime");
  private final int named = kit.hook("CredentialScope.scope");
  private final int signed = kit.hook("V4RequestSigningResult.<init>");
  private final Handshake running = new Handshake();
  private final Message message = new Message();
  private final SSLSession session;
  private final SSLEngine engine;
  private final Connection connection = new Connection();
  private final Connection ownConnection = new Connection();
  private final HttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, 200, "OK");
  private final HttpRequest own;
  private final HttpRequest other = new BasicHttpRequest("GET", "/orders/17");
  private final Call[] calls = new Call[REQUESTS];
  private final String credential;
  private final byte[] key;

  public HookCalls() throws Exception {
    session = new SessionOfFields(TestCertificates.chain());
    engine = SSLContext.getDefault().createSSLEngine("db.internal", 1433);
    engine.setUseClientMode(true);
    String date =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    String day = date.substring(0, 8);
    key = new SecretKeys(id -> TestSigner.SECRET).signingKey(ID, day, REGION, SERVICE);
    TestSigner signer = new TestSigner(ID, date, REGION, SERVICE);
    credential = ID + "/" + signer.scope();
    for (int i = 0; i < REQUESTS; i++) {
      calls[i] = new Call(signer, i);
    }
    own = written(signer.sign(Requests.dynamoDb().without("amz-sdk-invocation-id")));
    other.addHeader("Host", "api.example.com");
    other.addHeader("Accept", "application/json");
  }

  /** The hooks of one handshake, of a connection that was not seen before. */
  public Object handshake() {
    TransportContext context = new TransportContext();
    StockadeGate.call(null, start, new Object[] {context});
    StockadeGate.call(running.activeProtocols, protocols, new Object[0]);
    Object left = StockadeGate.call(running.activeCipherSuites, suites, new Object[0]);
    StockadeGate.call(null, signed13, new Object[] {message, new OfContext(context)});
    StockadeGate.call(null, finish, new Object[] {context});
    return left;
  }

  /** The hooks of the SDK's signer. */
  public Object sign(int number) {
    Call call = calls[number & (REQUESTS - 1)];
    StockadeGate.call(null, dated, new Object[0]);
    StockadeGate.call(null, signed, new Object[] {key, call.signature, call});
    return StockadeGate.call(credential, named, new Object[0]);
  }

  /** The hook where the HTTP client writes the head of a signed request. */
  public Object request(int number) {
    HttpRequest request = calls[number & (REQUESTS - 1)].request;
    return StockadeGate.call(null, send, new Object[] {connection, request});
  }

  /** The same of a request that is not for AWS. */
  public Object otherRequest() {
    return StockadeGate.call(null, send, new Object[] {connection, other});
  }

  /** Where it reads the response to that. */
  public Object otherResponse() {
    return StockadeGate.call(response, receive, new Object[] {connection});
  }

  /** The request of a program that signs without an SDK, on a connection of its own. */
  public Object ownRequest() {
    return StockadeGate.call(null, send, new Object[] {ownConnection, own});
  }

  /** The response to that. */
  public Object ownResponse() {
    return StockadeGate.call(response, receive, new Object[] {ownConnection});
  }

  /** A hook that has nothing to do here: its call, the gate, the guard. */
  public Object nothing() {
    return StockadeGate.call(null, made, new Object[] {running, null});
  }

  public Journal journal() {
    return kit.journal();
  }

  /** Errors that the guards kept from the host. */
  public long internalErrors() {
    return kit.internalErrors();
  }

  @Override
  public void close() {
    kit.close();
  }

  private static List<Constant> constants(String... names) {
    return Arrays.stream(names).map(Constant::new).toList();
  }

  private static HttpRequest written(WireRequest wire) {
    HttpRequest request = new BasicHttpRequest(wire.method(), wire.target());
    for (WireRequest.Header header : wire.headers()) {
      request.addHeader(header.name(), header.value());
    }
    return request;
  }

  /** A request of the SDK, as it is signed and as it is sent. */
  public static final class Call {
    private final String canonical;
    private final String signature;
    private final HttpRequest request;

    Call(TestSigner signer, int number) {
      WireRequest wire =
          signer.sign(
              Requests.dynamoDb()
                  .adding("X-Amz-Security-Token", "t".repeat(400))
                  .with("amz-sdk-invocation-id", id -> id + number));
      canonical = signer.canonicalRequest();
      signature = signer.signature();
      request = written(wire);
      request.addHeader("User-Agent", "aws-sdk-java/2.57.8 md/io#async md/http#NettyNio ua/2.1");
      request.addHeader("Connection", "Keep-Alive");
    }

    public String getCanonicalRequestString() {
      return canonical;
    }
  }

  /** Has TLS, as Apache's connections show it. */
  public static final class Connection {
    private final Object socket;

    Connection() throws Exception {
      socket = SSLSocketFactory.getDefault().createSocket();
    }

    public Object getSocket() {
      return socket;
    }
  }

  /** With the fields of {@code sun.security.ssl.TransportContext} that are read. */
  @SuppressWarnings("UnusedVariable") // read by reflection
  private final class TransportContext {
    private final Handshake handshakeContext = running;
    private final SSLSession conSession = session;
    private final Configuration sslConfig = Configuration.OF_CLIENT;
    private final SSLEngine transport = engine;
    private final String applicationProtocol = "h2";
  }

  /** A handshake as the messages know it. */
  @SuppressWarnings("UnusedVariable") // read by reflection
  private static final class OfContext {
    private final TransportContext conContext;

    OfContext(TransportContext conContext) {
      this.conContext = conContext;
    }
  }

  /** With those of its {@code HandshakeContext}. */
  @SuppressWarnings("UnusedVariable") // read by reflection
  private static final class Handshake {
    private final List<Constant> activeProtocols = constants("TLSv1.3", "TLSv1.2");
    private final List<Constant> activeCipherSuites =
        constants(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    private final List<Object> handshakePossessions = List.of();
    private final List<Object> handshakeCredentials = List.of(new Credential());
    private final Boolean isResumption = false;
  }

  /** With those of its {@code SSLConfiguration}. */
  @SuppressWarnings("UnusedVariable") // read by reflection
  private static final class Configuration {
    private static final Configuration OF_CLIENT = new Configuration();
    private final Boolean isClientMode = true;
    private final String identificationProtocol = "HTTPS";
  }

  /** In which a server has signed. */
  @SuppressWarnings("UnusedVariable") // read by reflection
  private static final class Message {
    private final Constant signatureScheme = new Constant("ecdsa_secp256r1_sha256");
  }

  /** What a server has sent of its key exchange. */
  @SuppressWarnings("UnusedVariable") // read by reflection
  private static final class Credential {
    private final Constant namedGroup = new Constant("x25519");
  }

  /** A constant of one of its enums. */
  @SuppressWarnings("UnusedVariable") // read by reflection
  private static final class Constant {
    private final String name;

    Constant(String name) {
      this.name = name;
    }
  }
}
