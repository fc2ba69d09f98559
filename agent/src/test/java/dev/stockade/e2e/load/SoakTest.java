package dev.stockade.e2e.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.aws.AwsSdk;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Footprint;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * One JVM at full load in all that Stockade watches, while it is attached, told and detached
 * without rest. Little more than a minute, or as long as {@code -Dsoak.minutes=30} says, on the JDK
 * of {@code -Dsoak.jdk=25}; a row for each interval goes to {@code target/soak.md}, the curves to
 * {@code target/soak.svg}.
 */
@Tag("soak")
@Isolated
class SoakTest {
  private static final double MINUTES = Double.parseDouble(System.getProperty("soak.minutes", "0"));

  /** How long an interval changes things, before it {@linkplain Soaking#settle settles}. */
  private static final int SECONDS = MINUTES > 0 ? 48 : 8;

  private static final int INTERVALS = MINUTES > 0 ? (int) Math.ceil(MINUTES) : 3;

  /** Intervals in which classes load and pools fill. */
  private static final int WARM_UP = MINUTES > 0 ? 2 : 1;

  /**
   * Up to three engines may be in memory when a sample is taken, each with 3 MB of heap, its jar
   * among them, and 2 MB of metaspace. If all of them stayed, even a short run on a slow machine
   * would go beyond by far.
   */
  private static final long MORE_HEAP = MINUTES > 0 ? 8_000_000 : 20_000_000;

  /** The JVM's notes on methods that run hot lie there too; a short run has not made them all. */
  private static final long MORE_METASPACE = MINUTES > 0 ? 2_500_000 : 12_000_000;

  /**
   * Metaspace that the JVM itself keeps of each round: what it makes anew for a class that was
   * woven or unwoven stays in part as long as the class's loader, most of all before JDK 22
   * (JDK-8308762).
   */
  private static final long KEPT_OF_A_ROUND = 30_000;

  /** Pools of the program breathe. */
  private static final long MORE_THREADS = 4;

  private static final long MORE_DESCRIPTORS = 12;

  private final Path table = Path.of("target", "soak.md");
  private final List<SoakSample> samples = new ArrayList<>();
  private final List<Double> at = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void nothingGrowsAndNothingFailsUnderLoadAndChange() throws Exception {
    Files.writeString(table, SoakSample.head() + "\n");
    ChildJvm aws = withKeys(ChildJvm.on(Jdk.running()).longLived()).start("LoadServer");
    Path hosts = AwsServer.hostsFile(folder.resolve("hosts"));
    try (OpensslServer weak = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
        OpensslServer either = OpensslServer.preferringWeak()) {
      ChildJvm child = soak(aws.ready(), hosts).start("Soak", weak.target(), either.target());
      child.ready();
      Footprint footprint;
      try (Soaking soaking = new Soaking(child, folder)) {
        run(child, soaking);
        footprint = Footprint.of(child);
        assertThat(soaking.reloads()).isPositive();
      }
      Files.writeString(Path.of("target", "soak.svg"), SoakChart.of(at, samples));
      Outcome outcome = child.end().assertHostLived();

      assertThat(outcome.err()).noneMatch(line -> line.matches("\\S+ failed .*"));
      assertThat(samples).allSatisfy(sample -> assertThat(sample.failed()).isZero());
      assertThat(samples).anySatisfy(sample -> assertThat(sample.blocked()).isPositive());
      assertThat(footprint.coreLoaders()).isLessThanOrEqualTo(3);
      assertNoGrowth("heap", SoakSample::heap, MORE_HEAP);
      assertNoGrowth(
          "metaspace",
          sample -> sample.metaspace() - sample.rounds() * KEPT_OF_A_ROUND,
          MORE_METASPACE);
      assertNoGrowth("threads", SoakSample::threads, MORE_THREADS);
      assertNoGrowth("descriptors", SoakSample::descriptors, MORE_DESCRIPTORS);
    }
    aws.end();
  }

  /** What only soft references hold goes at each collection: heap is what somebody keeps. */
  private static ChildJvm soak(int awsPort, Path hosts) throws Exception {
    Library library =
        new AwsSdk("2.57.8", "apache5").library().and("org.hdrhistogram:HdrHistogram:2.2.2");
    return withKeys(ChildJvm.on(jdk()).longLived())
        .library(library)
        .withLegacyAlgorithms()
        .with("-XX:+UseSerialGC", "-XX:SoftRefLRUPolicyMSPerMB=0")
        .with("-Dsun.net.httpserver.nodelay=true")
        .with("-Djdk.net.hosts.file=" + hosts, "-Dapp.tls-port=" + awsPort);
  }

  private static Jdk jdk() {
    int feature = Integer.getInteger("soak.jdk", Jdk.running().feature());
    return Jdk.of(feature);
  }

  private static ChildJvm withKeys(ChildJvm child) {
    return child.with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD);
  }

  private void run(ChildJvm child, Soaking soaking) throws Exception {
    long begin = System.nanoTime();
    for (int i = 0; i < INTERVALS + WARM_UP; i++) {
      long from = System.nanoTime();
      while (System.nanoTime() - from < SECONDS * 1_000_000_000L) {
        soaking.round();
      }
      soaking.settle();
      child.send("sample");
      String line = child.awaitSample(i + 1);
      long now = System.nanoTime();
      SoakSample sample = SoakSample.of(child, line, (now - from) / 1e9, soaking.rounds());
      samples.add(sample);
      at.add((now - begin) / 1e9);
      Files.writeString(table, sample.row((now - begin) / 1e9) + "\n", StandardOpenOption.APPEND);
    }
  }

  /** The middle of the last third against the middle of the first, the warm-up left out. */
  private void assertNoGrowth(String what, ToLongFunction<SoakSample> value, long room) {
    List<SoakSample> warm = samples.subList(WARM_UP, samples.size());
    int third = Math.max(1, warm.size() / 3);
    long before = median(warm.subList(0, third), value);
    long after = median(warm.subList(warm.size() - third, warm.size()), value);
    assertThat(after).describedAs(what).isLessThanOrEqualTo(before + room);
  }

  private static long median(List<SoakSample> part, ToLongFunction<SoakSample> value) {
    return part.stream().mapToLong(value).sorted().skip(part.size() / 2).findFirst().orElseThrow();
  }
}
