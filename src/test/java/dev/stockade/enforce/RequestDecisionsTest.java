package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.management.ThreadMXBean;
import dev.stockade.aws.AwsRequestInspector;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.aws.sigv4.TestSigner;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TakenEvents;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are decided alike are counted where they are made: exactly, and for nothing. */
@Timeout(120)
class RequestDecisionsTest {
  private static final int MANY = 10_000;

  /** On the queue, of so many that are equal. */
  private static final int MAX_EVENTS = 20;

  /** What holds the facts of a request until it is known that they were seen before. */
  private static final int MAX_BYTES_OF_A_REQUEST = 250;

  private final ActivePolicy activePolicy =
      new ActivePolicy("audit", "aws-outposts", 100, "orders", "i");
  private final TakenEvents taken = new TakenEvents();
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  @TempDir Path folder;

  @Test
  void ofTenThousandEqualOnesNearlyNoneCrossesTheQueue() throws Exception {
    Path file = folder.resolve("a.ndjson");
    Journal journal = journal(file);
    request(journal, MANY, i -> Samples.aws("s3").build());
    journal.close();

    assertThat(taken.count()).isPositive().isLessThanOrEqualTo(MAX_EVENTS);
    assertThat(journal.count(EventKind.AWS_REQUEST)).isEqualTo(MANY);
    assertThat(journal.count(Verdict.PASS)).isEqualTo(MANY);
    List<JsonObject> requests = Samples.read(file, EventKind.AWS_REQUEST);
    assertThat(requests).hasSize(2);
    assertThat(requests.get(1).get("count").getAsInt()).isEqualTo(MANY - 1);
    assertThat(requests.get(0).getAsJsonObject("aws"))
        .isEqualTo(requests.get(1).getAsJsonObject("aws"));
  }

  @Test
  void whatDiffersIsCountedApart() throws Exception {
    Path file = folder.resolve("b.ndjson");
    Journal journal = journal(file);
    String[] operations = {"PutItem", "GetItem", "Query", null};
    request(journal, MANY, i -> Samples.aws("dynamodb").operation(operations[i % 4]).build());
    journal.close();

    assertThat(taken.count()).isLessThanOrEqualTo(4 * MAX_EVENTS);
    List<JsonObject> requests = Samples.read(file, EventKind.AWS_REQUEST);
    assertThat(requests).hasSize(8);
    assertThat(requests.subList(4, 8))
        .allMatch(record -> record.get("count").getAsInt() == MANY / 4 - 1);
  }

  @Test
  void aNoteIsCountedTooAndItsLinesCome() {
    Journal journal = journal(null);
    List<Observation> notes = List.of(new Observation(null, "a long-term key"));
    request(journal, MANY, i -> Samples.aws("s3").observations(notes).build());
    journal.close();

    assertThat(taken.count()).isLessThanOrEqualTo(MAX_EVENTS);
    assertThat(journal.count(Verdict.NOTE)).isEqualTo(MANY);
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).doesNotContain("seen");
    assertThat(lines.get(4)).endsWith("(seen 10000 times)");
  }

  @Test
  void aViolationIsAlwaysAnEvent() {
    Journal journal = journal(null);
    List<Observation> clear = List.of(new Observation(Rule.AWS_CLEARTEXT, "there is no TLS"));
    request(journal, 100, i -> Samples.aws("s3").observations(clear).build());
    journal.close();

    assertThat(taken.count()).isEqualTo(100);
    assertThat(journal.count(Verdict.VIOLATION)).isEqualTo(100);
  }

  @Test
  void aCandidateSeesEach() {
    Policy candidate = new Policy.Builder().mode(Mode.ENFORCE).build();
    activePolicy.set(new Policy.Builder().candidate(candidate).build(), "i", List.of());
    Journal journal = journal(null);
    request(journal, MANY, i -> Samples.aws("s3").build());
    journal.close();

    assertThat(taken.count()).isLessThanOrEqualTo(MAX_EVENTS);
    assertThat(activePolicy.usage().unchanged()).isEqualTo(MANY);
  }

  @Test
  void eachIsRecordedUnderThePolicyThatDecided() throws Exception {
    Path file = folder.resolve("c.ndjson");
    Journal journal = journal(file);
    RequestDecisions decisions = new RequestDecisions(activePolicy, journal);
    for (Mode mode : new Mode[] {Mode.AUDIT, Mode.ENFORCE, Mode.AUDIT}) {
      Policy policy = new Policy.Builder().mode(mode).build();
      activePolicy.set(policy, "i", List.of());
      for (int i = 0; i < 1_000; i++) {
        decisions.request(Samples.aws("s3").build(), System.currentTimeMillis());
      }
    }
    journal.close();

    assertThat(taken.count()).isLessThanOrEqualTo(3 * MAX_EVENTS);
    assertThat(Samples.read(file, EventKind.AWS_REQUEST))
        .extracting(record -> record.get("mode").getAsString() + " " + count(record))
        .containsExactly(
            "audit 1", "audit 999", "enforce 1", "enforce 999", "audit 1", "audit 999");
  }

  @Test
  void eightThreadsLoseNoneWhilePoliciesChange() throws Exception {
    Path file = folder.resolve("d.ndjson");
    Journal journal = journal(file);
    RequestDecisions decisions = new RequestDecisions(activePolicy, journal);
    int each = 50_000;
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  AwsFacts facts = Samples.aws(i % 2 == 0 ? "s3" : "sqs").build();
                  decisions.request(facts, System.currentTimeMillis());
                }
              });
      threads[t].start();
    }
    for (int i = 0; i < 30; i++) {
      Policy policy = new Policy.Builder().mode(i % 2 == 0 ? Mode.AUDIT : Mode.ENFORCE).build();
      activePolicy.set(policy, "i", List.of());
      Thread.sleep(5);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    journal.close();

    long told = 0;
    for (JsonObject record : Samples.read(file, EventKind.AWS_REQUEST)) {
      told += count(record);
    }
    assertThat(told + journal.dropped()).isEqualTo(8L * each);
    assertThat(journal.count(EventKind.AWS_REQUEST) + journal.dropped()).isEqualTo(8L * each);
  }

  @Test
  void hostsWithoutEndAreForgottenAndCountedAllTheSame() {
    Journal journal = journal(null);
    KnownRequests known = new KnownRequests();
    for (int i = 0; i < 4 * KnownRequests.PLACES; i++) {
      AwsFacts facts = Samples.aws("s" + i).build();
      KnownRequest added = known.add(facts);
      added.offer(Samples.request("s" + i), journal);
      assertThat(known.find(Samples.aws("s" + i).build())).isSameAs(added);
    }
    journal.close();

    int kept = 0;
    for (int i = 0; i < 4 * KnownRequests.PLACES; i++) {
      kept += known.find(Samples.aws("s" + i).build()) == null ? 0 : 1;
    }
    assertThat(kept).isBetween(1, KnownRequests.PLACES);
    assertThat(journal.count(EventKind.AWS_REQUEST)).isEqualTo(4 * KnownRequests.PLACES);
  }

  @Test
  void theRecordOfACompliantRequestAllocatesNothing() {
    Journal journal = journal(null);
    RequestDecisions decisions = new RequestDecisions(activePolicy, journal);
    AwsFacts[] equal = {Samples.aws("s3").build(), Samples.aws("s3").build()};
    Runnable requests =
        () -> {
          long now = System.currentTimeMillis();
          for (int i = 0; i < MANY; i++) {
            decisions.request(equal[i % 2], now);
          }
        };
    assertThat(bytesOf(requests)).as("warm-up").isNotNegative();

    // Less than one byte each: the measurement itself may allocate a little.
    assertThat(bytesOf(requests)).isLessThan(MANY);
    journal.close();
  }

  @Test
  void aJudgedRequestAllocatesNearlyNothing() {
    Journal journal = journal(null);
    RequestDecisions decisions = new RequestDecisions(activePolicy, journal);
    SigningKeys keys = new SigningKeys();
    TestSigner signer =
        new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");
    signer.show(keys);
    RequestHead head =
        signer.sign(Requests.dynamoDb().adding("X-Amz-Security-Token", "a token")).head();
    AwsRequestInspector check =
        new AwsRequestInspector(() -> new SignatureVerifier(keys, new SignedRequests(), null));
    long clock = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();
    Runnable requests =
        () -> {
          for (int i = 0; i < MANY; i++) {
            decisions.request(check.of("test", head, clock), clock);
          }
        };
    assertThat(bytesOf(requests)).as("warm-up").isNotNegative();

    assertThat(bytesOf(requests)).isLessThan((long) MANY * MAX_BYTES_OF_A_REQUEST);
    journal.close();
    assertThat(journal.count(Verdict.PASS)).isEqualTo(2 * MANY);
  }

  private void request(Journal journal, int times, IntFunction<AwsFacts> facts) {
    RequestDecisions decisions = new RequestDecisions(activePolicy, journal);
    for (int i = 0; i < times; i++) {
      decisions.request(facts.apply(i), System.currentTimeMillis());
    }
  }

  private static long bytesOf(Runnable requests) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    requests.run();
    return threads.getThreadAllocatedBytes(thread) - before;
  }

  private static long count(JsonObject record) {
    return record.has("count") ? record.get("count").getAsLong() : 1;
  }

  private Journal journal(Path file) {
    return new Journal(
        new TestOwner(Samples.settings(file))
            .log((level, line) -> lines.add(level + "|" + line))
            .and(taken));
  }
}
