package dev.stockade.library.helidon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.enforce.Enforcement;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.EventSink;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.tls.Profiles;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.HookRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects of the shape of Helidon's, which needs JDK 21. */
class HelidonClientTest {
  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/s3/aws4_request, "
          + "SignedHeaders=host;x-amz-date, Signature="
          + "0123456789abcdef".repeat(4);

  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
  private final Journal journal =
      new Journal(
          new TestOwner(new JournalSettings("enforce").summary(false)).and(new Sink(events)));
  private final ActivePolicy policy =
      new ActivePolicy("enforce", Profiles.DEFAULT, 0, "orders", "host-1");
  private final Enforcement enforcement =
      new Enforcement(policy, journal, new HookRows(null), null);
  private final HelidonClient client = new HelidonClient(enforcement.aws());
  private final HelidonAnswers answers = new HelidonAnswers(enforcement.aws());

  @Test
  void aRefusedRequestGivesItsConnectionBack() {
    Connection own = new Connection();
    assertRefused(new Chain(null, null), own);
    assertThat(own.isReleased).isTrue();
  }

  @Test
  void butNotTheConnectionOfTheProgram() {
    Connection given = new Connection();
    assertRefused(new Chain(null, given), given);
    assertThat(given.isReleased).isFalse();
  }

  private void assertRefused(Chain chain, Connection connection) {
    Object[] loads = {chain, connection, request("http"), headers()};
    assertThatThrownBy(() -> client.reached(HelidonClient.HTTP1, null, loads))
        .isInstanceOf(BlockException.class);
  }

  @Test
  void aRefusedStreamIsClosedAndTrailersAreNoRequest() throws Exception {
    Stream stream = new Stream();
    assertThatThrownBy(() -> reachedHttp2(stream, new Http2Headers("GET", "http")))
        .isInstanceOf(BlockException.class);
    assertThat(stream.isClosed).isTrue();

    Stream other = new Stream();
    assertThat(reachedHttp2(other, new Http2Headers(null, null))).isNull();
    assertThat(other.isClosed).isFalse();
  }

  private Object reachedHttp2(Stream stream, Http2Headers headers) throws Exception {
    return client.reached(HelidonClient.HTTP2, null, new Object[] {stream, headers});
  }

  @Test
  void anAnswerIsThatToTheRequestOfTheCall() throws Exception {
    Request request = request("https");
    Object[] loads = {new Chain(new byte[0], null), new Connection(), request, headers()};
    client.reached(HelidonClient.HTTP1, null, loads);
    answers.reached(0, new Response(403), new Object[] {request("https")});
    answers.reached(0, new Response(403), new Object[] {request});
    journal.close();

    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(EventKind.AWS_REQUEST, EventKind.AWS_ANSWER);
    assertThat(events.get(1).aws().answer().status()).isEqualTo(403);
    assertThat(events.get(1).aws().answer().requestId()).isEqualTo("ID7");
  }

  private static Request request(String scheme) {
    return new Request(new Method("GET"), new To(scheme, "/bucket/key"));
  }

  private static List<Header> headers() {
    return List.of(
        new Header("Host", List.of("s3.eu-west-1.amazonaws.com")),
        new Header("X-Amz-Date", List.of("20260101T000000Z")),
        new Header("Authorization", List.of(SIGNATURE)));
  }

  public record Chain(Object entity, Connection connection) {}

  public record Method(String text) {}

  public record To(String scheme, String pathWithQueryAndFragment) {}

  public record Header(String name, List<String> allValues) {}

  /** With an identity of its own, as Helidon's. */
  public static final class Request {
    private final Method method;
    private final To uri;

    Request(Method method, To uri) {
      this.method = method;
      this.uri = uri;
    }

    public Method method() {
      return method;
    }

    public To uri() {
      return uri;
    }
  }

  public record Status(int code) {}

  public record Response(int number) {
    public Status status() {
      return new Status(number);
    }

    public List<Header> headers() {
      return List.of(new Header("x-amz-request-id", List.of("ID7")));
    }
  }

  public record Http2Headers(String verb, String scheme) {
    public Method method() {
      return verb == null ? null : new Method(verb);
    }

    public String path() {
      return "/bucket/key";
    }

    public String authority() {
      return "s3.eu-west-1.amazonaws.com";
    }

    public List<Header> httpHeaders() {
      return HelidonClientTest.headers();
    }
  }

  public static final class Connection {
    boolean isReleased;

    public void releaseResource() {
      isReleased = true;
    }
  }

  public static final class Stream {
    boolean isClosed;

    public void close() {
      isClosed = true;
    }
  }

  private record Sink(List<Event> events) implements EventSink {
    @Override
    public void take(Event event) {
      events.add(event);
    }

    @Override
    public void again(Event event, long count, long first, long last) {}

    @Override
    public void close() {}
  }
}
