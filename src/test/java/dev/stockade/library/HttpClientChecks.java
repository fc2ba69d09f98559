package dev.stockade.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to become of the requests of every HTTP client, shown by one in this JVM. */
public abstract class HttpClientChecks {
  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/s3/aws4_request, "
          + "SignedHeaders=host;x-amz-date, Signature="
          + "0123456789abcdef".repeat(4);

  private static final Map<String, String> OF_AWS =
      Map.of(
          "Host", "s3.eu-west-1.amazonaws.com",
          "X-Amz-Date", "20260101T000000Z",
          "Authorization", SIGNATURE);

  /** A header that the server refuses. */
  private static final String REFUSED = "X-Refused";

  private final Class<? extends HttpProgram> program;
  private final String client;
  private final String[] packages;

  /** Whether what it receives is looked at. */
  protected boolean tellsAnswers = true;

  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  /**
   * @param client its name in records
   * @param packages see {@link LibraryTestKit#program}
   */
  protected HttpClientChecks(
      Class<? extends HttpProgram> program, String client, String... packages) {
    this.program = program;
    this.client = client;
    this.packages = packages;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getResponseHeaders().set("x-amz-request-id", "ID7");
          exchange.getResponseHeaders().set("x-amz-id-2", "E/ID7=");
          boolean isRefused = exchange.getRequestHeaders().containsKey(REFUSED);
          exchange.sendResponseHeaders(isRefused ? 403 : 204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void inAuditARequestIsRecordedAndSent() throws Exception {
    try (LibraryTestKit kit = new LibraryTestKit(Mode.AUDIT)) {
      assertThat(send(kit, OF_AWS)).isEqualTo(204);

      assertThat(requests).hasValue(1);
      assertRecorded(kit, EventKind.AWS_REQUEST);
    }
  }

  @Test
  void whereItIsEnforcedItIsRefusedBeforeItIsSent() throws Exception {
    try (LibraryTestKit kit = new LibraryTestKit(Mode.ENFORCE)) {
      assertThatThrownBy(() -> send(kit, OF_AWS))
          .hasStackTraceContaining(SSLPeerUnverifiedException.class.getName())
          .hasStackTraceContaining(Rule.AWS_CLEARTEXT.id());

      assertThat(requests).hasValue(0);
      assertRecorded(kit, EventKind.AWS_BLOCKED);
    }
  }

  @Test
  void aRequestToAnybodyElseIsLeftAlone() throws Exception {
    try (LibraryTestKit kit = new LibraryTestKit(Mode.ENFORCE)) {
      assertThat(send(kit, Map.of("Host", "orders.acme.com"))).isEqualTo(204);

      assertThat(kit.live()).isPositive();
      assertThat(kit.events()).isEmpty();
      assertThat(kit.internalErrors()).isZero();
    }
  }

  @Test
  void whatAwsAnsweredIsToldWithTheRequest() throws Exception {
    try (LibraryTestKit kit = new LibraryTestKit(Mode.AUDIT)) {
      assertThat(send(kit, adding(REFUSED, "yes"))).isEqualTo(403);

      List<Event> events = kit.events();
      assertThat(kit.internalErrors()).isZero();
      if (!tellsAnswers) {
        assertThat(events).extracting(Event::kind).containsExactly(EventKind.AWS_REQUEST);
        return;
      }
      assertThat(events)
          .extracting(Event::kind)
          .containsExactly(EventKind.AWS_REQUEST, EventKind.AWS_ANSWER);
      AwsFacts facts = events.get(1).aws();
      assertThat(facts.client()).isEqualTo(client);
      assertThat(facts.operation()).isEqualTo("GetObject");
      assertThat(facts.answer().status()).isEqualTo(403);
      assertThat(facts.answer().requestId()).isEqualTo("ID7");
      assertThat(facts.answer().extendedRequestId()).isEqualTo("E/ID7=");
      assertThat(facts.answer().errorCode()).isNull();
    }
  }

  /** It reads the body, too, and says the error's code. */
  @Test
  void theAnswerToAnSdkIsLeftToIt() throws Exception {
    try (LibraryTestKit kit = new LibraryTestKit(Mode.AUDIT)) {
      Map<String, String> headers = adding(REFUSED, "yes");
      headers.put("amz-sdk-invocation-id", "1-2-3");
      assertThat(send(kit, headers)).isEqualTo(403);

      assertThat(kit.events()).extracting(Event::kind).containsExactly(EventKind.AWS_REQUEST);
      assertThat(kit.internalErrors()).isZero();
    }
  }

  private static Map<String, String> adding(String name, String value) {
    Map<String, String> headers = new HashMap<>(OF_AWS);
    headers.put(name, value);
    return headers;
  }

  private int send(LibraryTestKit kit, Map<String, String> headers) throws Exception {
    return kit.program(program, packages).get(address(), headers);
  }

  /** Where the server is. */
  protected URI address() {
    String host = server.getAddress().getAddress().getHostAddress();
    int port = server.getAddress().getPort();
    return URI.create("http://" + host + ":" + port + "/bucket/key?x=1");
  }

  private void assertRecorded(LibraryTestKit kit, EventKind kind) {
    List<Event> events = kit.events();
    assertThat(kit.internalErrors()).isZero();
    assertThat(events).extracting(Event::kind).containsExactly(kind);
    assertThat(events.get(0).finding().rules()).contains(Rule.AWS_CLEARTEXT);
    AwsFacts facts = events.get(0).aws();
    assertThat(facts.client()).isEqualTo(client);
    assertThat(facts.method()).isEqualTo("GET");
    assertThat(facts.host()).isEqualTo("s3.eu-west-1.amazonaws.com");
    assertThat(facts.operation()).isEqualTo("GetObject");
    assertThat(facts.accessKey()).isEqualTo("MPLE");
  }
}
