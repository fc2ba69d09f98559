package dev.stockade.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.policy.RandomFacts;
import dev.stockade.cli.policy.RandomPolicies;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.tls.TlsFacts;
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

  @TempDir private Path folder;

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
      assertThat(again.exception()).isSameAs(then.exception());
      assertThat(fact.verdict).isEqualTo(then.finding().verdict());
      assertThat(fact.action).isEqualTo(then.action());
      assertThat(fact.rules).isEqualTo(then.finding().rules());
    }
    assertThat(doubtful).isLessThan(FACTS / 2);
    boolean mayDoubt =
        policy.exceptions().stream()
            .anyMatch(entry -> entry.match().asksForCode() || entry.match().port() != 0);
    assertThat(mayDoubt || doubtful == 0).isTrue();
  }

  private List<RecordedFact> record(Policy policy, RandomFacts random) {
    Path file = folder.resolve("journal.ndjson");
    try (TestJournal journal = new TestJournal(file, policy)) {
      for (int i = 0; i < FACTS; i++) {
        if (random.below(3) == 0) {
          AwsFacts facts = random.aws();
          decisions.put(name(null, facts), journal.add(facts));
        } else {
          TlsFacts facts = random.tls();
          decisions.put(name(facts, null), journal.add(facts));
        }
      }
    }
    List<RecordedFact> read = new ArrayList<>();
    new Journals().read(List.of(file.toString()), false, record -> read.add(record.fact()));
    return read;
  }

  private static String name(TlsFacts tls, AwsFacts aws) {
    return tls != null ? "tls " + tls.ip() : "aws " + aws.host();
  }
}
