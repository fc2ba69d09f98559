package dev.stockade.journal.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.Repeats;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.TlsFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events as the Flight Recorder of this JVM has them. */
class FlightEventsTest {
  private static final Policy POLICY = new Policy.Builder().build();

  @TempDir private Path folder;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = new Journal(new TestOwner(new JournalSettings("audit").summary(false)));
    journal.observeBy(new FlightEvents());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aHandshakeHasTheFieldsOfItsRecordAndTheStackOfItsThread() throws Exception {
    RecordedEvent event = recorded(() -> journal.offer(weak(EventKind.TLS_HANDSHAKE))).get(0);

    assertThat(event.getEventType().getName()).isEqualTo("stockade.TlsHandshake");
    assertThat(event.getEventType().getCategoryNames()).containsExactly("Stockade");
    assertThat(event.getString("kind")).isEqualTo("tls.handshake");
    assertThat(event.getString("verdict")).isEqualTo("violation");
    assertThat(event.getString("action")).isEqualTo("would-block");
    assertThat(event.getString("rule")).isEqualTo("tls.forward-secrecy");
    assertThat(event.getString("rules")).isEqualTo("tls.forward-secrecy");
    assertThat(event.getString("reason")).isEqualTo("weak");
    assertThat(event.getString("direction")).isEqualTo("out");
    assertThat(event.getString("peerHost")).isEqualTo("db.internal");
    assertThat(event.getInt("peerPort")).isEqualTo(1433);
    assertThat(event.getString("version")).isEqualTo("TLSv1.2");
    assertThat(event.getBoolean("resumed")).isFalse();
    assertThat(event.getLong("durationMillis")).isEqualTo(7);
    assertThat(event.getString("profile")).isEqualTo("aws-outposts");
    assertThat(event.getThread().getJavaName()).isEqualTo(Thread.currentThread().getName());
    assertThat(event.getStackTrace().getFrames())
        .anyMatch(frame -> frame.getMethod().getName().equals("recorded"));
  }

  @Test
  void whatWasRefusedIsAnEventOfItsOwn() throws Exception {
    assertThat(recorded(() -> journal.offer(weak(EventKind.TLS_BLOCKED))))
        .singleElement()
        .matches(event -> event.getEventType().getName().equals("stockade.TlsBlocked"));
  }

  @Test
  void aRequestThatIsOnlyCountedIsAnEventTooAndShowsNoMoreOfAKeyThanTheRecord() throws Exception {
    Event request = request();
    List<RecordedEvent> events =
        recorded(
            () -> {
              Repeats repeats = journal.offerCounted(request);
              for (int i = 0; i < 5; i++) {
                assertThat(journal.again(repeats, System.currentTimeMillis())).isTrue();
              }
            });

    assertThat(events).hasSize(6);
    assertThat(events)
        .allMatch(event -> event.getEventType().getName().equals("stockade.AwsRequest"))
        .allMatch(event -> event.getString("accessKey").equals("\u20269876"))
        .allMatch(event -> event.getString("operation").equals("SendMessage"))
        .allMatch(event -> event.getString("httpHost").equals("sqs.eu-west-1.amazonaws.com"));
  }

  @Test
  void anEventThatARecordingDoesNotWantIsNotMade() throws Exception {
    assertThat(
            recorded(
                () -> journal.offer(request()),
                recording -> recording.disable("stockade.AwsRequest")))
        .isEmpty();
  }

  @Test
  void afterTheEndOfTheEngineItsTypesAreGone() {
    journal.close();
    assertThat(FlightRecorder.getFlightRecorder().getEventTypes())
        .noneMatch(type -> type.getName().startsWith("stockade."));
  }

  private List<RecordedEvent> recorded(Runnable work) throws Exception {
    return recorded(work, recording -> {});
  }

  private List<RecordedEvent> recorded(Runnable work, Consumer<Recording> settings)
      throws Exception {
    try (Recording recording = new Recording()) {
      settings.accept(recording);
      recording.start();
      work.run();
      recording.stop();
      Path file = folder.resolve("r.jfr");
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().startsWith("stockade."))
          .toList();
    }
  }

  private static Event weak(EventKind kind) {
    TlsFacts facts =
        new TlsFacts.Builder(Direction.OUT)
            .peer("db.internal", "10.0.0.7", 1433)
            .session("TLSv1.2", "TLS_RSA_WITH_AES_128_GCM_SHA256", false)
            .course(null, 7, false)
            .build();
    Decision decision =
        Decision.of(
            Action.WOULD_BLOCK, Finding.of(Verdict.VIOLATION, Rule.TLS_FORWARD_SECRECY, "weak"));
    return Event.ofTls(kind, System.currentTimeMillis(), POLICY, decision, facts, null);
  }

  private static Event request() {
    AwsFacts facts =
        new AwsFacts.Builder()
            .endpoint("aws", "sqs", "eu-west-1")
            .operation("SendMessage")
            .credential(CredentialType.TEMPORARY, "9876")
            .http("apache4", "POST", "sqs.eu-west-1.amazonaws.com")
            .signature(SignatureStatus.VALID)
            .build();
    Decision decision = Decision.of(Action.ALLOWED, Finding.PASS);
    long now = System.currentTimeMillis();
    return Event.ofAws(EventKind.AWS_REQUEST, now, POLICY, decision, facts, null);
  }
}
