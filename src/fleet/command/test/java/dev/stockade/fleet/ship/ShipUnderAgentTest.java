package dev.stockade.fleet.ship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.kit.AwsNames;
import dev.stockade.fleet.kit.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ships to what looks like AWS in all respects, judged by the agent in the mode enforce. */
class ShipUnderAgentTest {
  @TempDir private static Path shared;
  private static AwsNames names;

  @TempDir private Path folder;
  private Path judged;
  private Path state;
  private TestJournal journal;

  @BeforeAll
  static void make() throws Exception {
    names = new AwsNames(shared);
  }

  @BeforeEach
  void begin() throws IOException {
    judged = folder.resolve("judged.ndjson");
    state = folder.resolve("state");
    journal = new TestJournal(folder.resolve("a.ndjson"));
  }

  @Test
  void killedWhileTheNetworkComesAndGoesEveryRecordIsInTheBucketOnce() throws Exception {
    try (S3Server server = new S3Server(names)) {
      Object[] follow = {
        journal.file(), "--to", "s3://" + S3Server.BUCKET, "--state", state, "--every", "1s"
      };
      journal.write(3_000);
      ShipProcess first = ShipProcess.start(names, server.variables(), judged, follow);
      await(first, () -> Shipped.objects(server).size() >= 1);
      journal.write(3_000);
      first.kill();

      server.stop();
      ShipProcess second = ShipProcess.start(names, server.variables(), judged, follow);
      await(second, () -> second.output().contains("cannot be reached"));
      journal.write(1_000);
      journal.rotate();
      journal.write(2_000);
      await(
          second, () -> Files.readString(state.resolve("checkpoint.json")).contains("\"open\":2"));
      second.kill();
      server.start();

      ShipProcess third = ShipProcess.start(names, server.variables(), judged, follow);
      await(third, () -> Shipped.lines(server).size() >= 9_000);
      journal.write(500);
      third.end();
      ShipProcess last =
          ShipProcess.start(names, server.variables(), judged, with(follow, "--once"));

      assertThat(last.exitCode()).describedAs("%s", last.output()).isZero();
      assertThat(Shipped.lines(server).stream().sorted().toList())
          .isEqualTo(journal.lines().stream().sorted().toList());
      assertThat(third.output()).contains("records read");
      nothingWasWrong("s3");
    }
  }

  @Test
  void cloudWatchLogsGetsWhatItTakes() throws Exception {
    long now = System.currentTimeMillis();
    long hour = 3_600_000L;
    journal.write(2_500, now);
    journal.write(10, now - 30 * 24 * hour);
    journal.write(500, now - 3 * 24 * hour);
    journal.write(5, now + 6 * hour);
    LogsService logs = new LogsService();
    try (AwsStandIn server = new AwsStandIn(names, logs)) {
      ShipProcess ship =
          ShipProcess.start(
              names,
              variables("https://" + AwsNames.LOGS + ":" + server.port()),
              judged,
              journal.file(),
              "--to",
              "cloudwatch-logs:/stockade/test",
              "--state",
              state,
              "--once",
              "-o",
              "json");

      assertThat(ship.exitCode()).describedAs("%s", ship.output()).isZero();
      assertThat(server.wrong()).isEmpty();
      assertThat(ship.output()).contains("\"refused\":15", "\"shipped\":3000", "\"read\":3015");
    }
    assertThat(logs.operations).contains("CreateLogGroup", "CreateLogStream");
    // One call was stored, but its answer lost: at least once, and what came twice is the same.
    Set<String> stored = new HashSet<>(logs.stored);
    assertThat(stored).hasSize(3_000);
    assertThat(new HashSet<>(journal.lines()).containsAll(stored)).isTrue();
    nothingWasWrong("logs");
  }

  @Test
  void firehoseGetsWhatFailedAgain() throws Exception {
    journal.write(1_300);
    FirehoseService firehose = new FirehoseService();
    try (AwsStandIn server = new AwsStandIn(names, firehose)) {
      ShipProcess ship =
          ShipProcess.start(
              names,
              variables("https://" + AwsNames.FIREHOSE + ":" + server.port()),
              judged,
              journal.file(),
              "--to",
              "firehose:stockade",
              "--state",
              state,
              "--once");

      assertThat(ship.exitCode()).describedAs("%s", ship.output()).isZero();
      assertThat(server.wrong()).isEmpty();
    }
    assertThat(firehose.stored.toString().lines().sorted().toList())
        .isEqualTo(journal.lines().stream().sorted().toList());
    nothingWasWrong("firehose");
  }

  private static Map<String, String> variables(String endpoint) {
    Map<String, String> variables = new HashMap<>(AwsStandIn.CREDENTIALS);
    variables.put("AWS_ENDPOINT_URL", endpoint);
    return variables;
  }

  private static Object[] with(Object[] words, Object more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }

  /** The agent saw requests, all signed rightly, and found nothing to block. */
  private void nothingWasWrong(String service) throws IOException {
    int requests = 0;
    for (String line : Files.readAllLines(judged)) {
      Map<String, Object> record = JsonTree.object(line);
      assertThat(record.get("verdict")).describedAs(line).isNotEqualTo("violation");
      assertThat(record.get("action")).describedAs(line).isNotEqualTo("blocked");
      if ("aws.request".equals(record.get("kind"))) {
        requests++;
        assertThat(line).contains("\"signature\":\"valid\"", "\"service\":\"" + service + "\"");
      }
    }
    assertThat(requests).isPositive();
  }

  private static void await(ShipProcess ship, Condition condition) throws Exception {
    long begin = System.nanoTime();
    while (!condition.holds()) {
      assertThat(ship.process.isAlive()).describedAs("%s", ship.output()).isTrue();
      assertThat(System.nanoTime() - begin)
          .describedAs("%s", ship.output())
          .isLessThan(90_000_000_000L);
      Thread.sleep(100);
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }
}
