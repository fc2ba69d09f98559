package dev.stockade.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.journal.CodePlace;
import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.Kind;
import dev.stockade.policy.Action;
import dev.stockade.policy.AwsFacts;
import dev.stockade.policy.Decision;
import dev.stockade.policy.ExceptionEntry;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Match;
import dev.stockade.policy.Offer;
import dev.stockade.policy.Peer;
import dev.stockade.policy.Policy;
import dev.stockade.policy.TlsFacts;
import dev.stockade.policy.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From facts to a decision, to a record in a real journal, and back to the same decision. */
class ReplayExactnessTest {
  private static final int FACTS = 300;
  private static final Match.CodeName CODE = () -> "com.acme.Dao";
  private static final CodePlace PLACE = new CodePlace("com.acme.Dao", "load", "acme.jar");

  @TempDir private Path folder;

  private final long now = System.currentTimeMillis();
  private final Map<String, Decision> decisions = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aRecordIsJudgedAsTheFactsWere(long seed) {
    RandomFacts random = new RandomFacts(seed);
    Policy policy = new RandomPolicies(random).next();
    List<RecordedFact> read = record(policy, random);

    assertThat(read).hasSize(FACTS);
    Replay replay = new Replay(policy);
    int doubtful = 0;
    for (RecordedFact fact : read) {
      Decision then = decisions.get(name(fact.tls, fact.aws));
      Decision again = replay.decide(fact, fact.last);
      if (replay.doubt(fact) != null) {
        doubtful++;
        continue;
      }
      assertThat(again.finding().verdict()).isEqualTo(then.finding().verdict());
      assertThat(again.action()).isEqualTo(then.action());
      assertThat(again.finding().rules()).isEqualTo(then.finding().rules());
      assertThat(exception(again)).isEqualTo(exception(then));
      assertThat(fact.verdict).isEqualTo(then.finding().verdict());
      assertThat(fact.action).isEqualTo(then.action());
      assertThat(fact.rules).isEqualTo(then.finding().rules());
      assertThat(Change.between(fact.action, again.action())).isEqualTo(Change.UNCHANGED);
    }
    boolean mayDoubt =
        policy.exceptions().stream()
            .anyMatch(entry -> entry.match().asksForCode() || entry.match().port() != 0);
    if (!mayDoubt) {
      assertThat(doubtful).isZero();
    }
  }

  private List<RecordedFact> record(Policy policy, RandomFacts random) {
    Path file = folder.resolve("journal.ndjson");
    Journal journal =
        new Journal(
            new JournalSettings.Builder(policy.mode().label())
                .target(file.toString())
                .names("orders", "host-1")
                .summary(false)
                .build());
    Judge judge = new Judge(policy, "orders", null);
    for (int i = 0; i < FACTS; i++) {
      journal.offer(random.below(3) == 0 ? aws(judge, random.aws()) : tls(judge, random.tls()));
    }
    journal.close();
    List<RecordedFact> read = new ArrayList<>();
    new Journals().read(List.of(file.toString()), read::add);
    return read;
  }

  private Event tls(Judge judge, TlsFacts facts) {
    Decision decision =
        judge.handshake(
            judge.terms(Peer.of(facts), CODE, 0, now), facts, Offer.UNKNOWN, 0, now);
    decisions.put(name(facts, null), decision);
    Kind kind = decision.action() == Action.BLOCKED ? Kind.TLS_BLOCKED : Kind.TLS_HANDSHAKE;
    CodePlace code = decision.finding().verdict() == Verdict.PASS ? null : PLACE;
    return Event.ofTls(kind, now, judge.policy(), decision, facts, code);
  }

  private Event aws(Judge judge, AwsFacts facts) {
    Decision decision =
        judge.request(judge.terms(Peer.of(facts), CODE, 0, now), facts, 0, now);
    decisions.put(name(null, facts), decision);
    Kind kind = decision.action() == Action.BLOCKED ? Kind.AWS_BLOCKED : Kind.AWS_REQUEST;
    boolean found = decision.finding().verdict().compareTo(Verdict.WARN) >= 0;
    return Event.ofAws(kind, now, judge.policy(), decision, facts, found ? PLACE : null);
  }

  private static String name(TlsFacts tls, AwsFacts aws) {
    return tls != null ? "tls " + tls.ip() : "aws " + aws.host();
  }

  private static String exception(Decision decision) {
    ExceptionEntry exception = decision.exception();
    return exception == null ? null : exception.id();
  }
}
