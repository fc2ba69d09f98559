package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.TlsFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A decision is recorded, a canary's changes with it, and it is counted, whatever it is about. */
class DecisionsTest {
  private static final int TIMES = 20;

  private final ActivePolicy activePolicy =
      new ActivePolicy("audit", "aws-outposts", 100, "orders", "i");
  private final Journal journal = new Journal(new TestOwner(Samples.settings(null)));
  private final Policy.Builder policy =
      new Policy.Builder()
          .mode(Mode.CANARY)
          .canary(new CanarySettings.Builder().percent(100).rollback(3, 5, 60_000).build())
          .candidate(new Policy.Builder().mode(Mode.ENFORCE).build());

  @Test
  void ofAHandshake() {
    activePolicy.set(policy.build(), "i", List.of());
    TlsEnforcement watch = new TlsEnforcement(activePolicy, journal, Connections.after(null));
    TlsFacts weak =
        new TlsFacts.Builder(Direction.OUT)
            .peer("db", "10.0.0.1", 1433)
            .session("TLSv1.1", null, false)
            .build();
    for (int i = 0; i < TIMES; i++) {
      watch.finished(watch.start(weak, this), weak);
    }
    journal.close();

    assertThat(journal.count(EventKind.TLS_BLOCKED)).isPositive();
    assertThat(journal.count(EventKind.TLS_BLOCKED) + journal.count(EventKind.TLS_HANDSHAKE))
        .isEqualTo(TIMES);
    assertThat(journal.count(EventKind.CANARY_CHANGE)).isPositive();
    assertThat(counted()).isEqualTo(TIMES);
  }

  @Test
  void ofARequest() {
    activePolicy.set(policy.build(), "i", List.of());
    RequestDecisions decisions = new RequestDecisions(activePolicy, journal);
    AwsFacts cleartext =
        new AwsFacts.Builder()
            .endpoint("aws", "s3", "us-east-1")
            .http("apache4", "GET", "s3.us-east-1.amazonaws.com")
            .observations(List.of(new Observation(Rule.AWS_CLEARTEXT, "there is no TLS")))
            .build();
    for (int i = 0; i < TIMES; i++) {
      decisions.request(cleartext, Samples.TIME);
    }
    journal.close();

    assertThat(journal.count(EventKind.AWS_BLOCKED)).isPositive();
    assertThat(journal.count(EventKind.AWS_BLOCKED) + journal.count(EventKind.AWS_REQUEST))
        .isEqualTo(TIMES);
    assertThat(journal.count(EventKind.CANARY_CHANGE)).isPositive();
    assertThat(counted()).isEqualTo(TIMES);
  }

  @Test
  void whatHeldAtItsStartHoldsToTheEndOfAHandshake() {
    activePolicy.set(new Policy.Builder().mode(Mode.AUDIT).build(), "i", List.of());
    TlsEnforcement watch = new TlsEnforcement(activePolicy, journal, Connections.after(null));
    TlsFacts weak = new TlsFacts.Builder(Direction.OUT).session("TLSv1.1", null, false).build();
    PendingHandshake earlier = watch.start(weak, this);
    activePolicy.set(new Policy.Builder().mode(Mode.ENFORCE).build(), "i", List.of());

    assertThat(watch.finished(earlier, weak)).isNull();
    assertThat(watch.finished(watch.start(weak, this), weak)).startsWith("stockade: blocked TLS: ");
    journal.close();
  }

  private long counted() {
    return activePolicy.usage().unchanged()
        + activePolicy.usage().newlyBlocked()
        + activePolicy.usage().newlyAllowed();
  }
}
