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

  private final Class<? extends HttpProgram> program;
  private final String client;
  private final String[] packages;
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
          exchange.sendResponseHeaders(204, -1);
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

  private int send(LibraryTestKit kit, Map<String, String> headers) throws Exception {
    HttpProgram woven = kit.program(program, packages);
    String host = server.getAddress().getAddress().getHostAddress();
    int port = server.getAddress().getPort();
    return woven.get(URI.create("http://" + host + ":" + port + "/bucket/key?x=1"), headers);
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
