package dev.stockade.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.aws.AwsSdk;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Other agents in the same JVM: before ours on the command line and after, there when ours comes by
 * attach, and coming by attach when ours is there. Each does all that it does alone.
 */
@Tag("matrix")
class OtherAgentsTest {
  private static final List<String> CALLS = List.of("dynamodb-get", "s3-put", "s3-get@header");

  @TempDir Path folder;

  /** How the two agents come into the JVM. */
  private enum Order {
    ALONE,
    OTHER_FIRST,
    OURS_FIRST,
    OURS_BY_ATTACH,
    OTHER_BY_ATTACH
  }

  private record Way(Order order, String mode) {}

  /**
   * @param requests how many came to AWS
   */
  private record Run(Outcome outcome, int requests) {}

  static List<Arguments> cells() throws Exception {
    Jdk jdk = Jdk.running();
    Jdk oldest = Jdk.all().get(0);
    Jdk newest = Jdk.all().get(Jdk.all().size() - 1);
    return List.of(
        Arguments.of(OtherAgent.jacoco("0.8.13"), oldest, new AwsSdk("2.57.8", "url-connection")),
        Arguments.of(OtherAgent.openTelemetry("2.33.1"), newest, new AwsSdk("2.57.8", "apache5")),
        Arguments.of(OtherAgent.jacoco("0.8.15"), newest, new AwsSdk("2.57.8", "url-connection")),
        Arguments.of(OtherAgent.openTelemetry("2.33.1"), jdk, new AwsSdk("2.57.8", "netty")),
        Arguments.of(OtherAgent.openTelemetry("1.33.6"), jdk, new AwsSdk("2.20.160", "apache4")),
        Arguments.of(OtherAgent.datadog(), jdk, new AwsSdk("2.57.8", "netty")),
        Arguments.of(OtherAgent.byteBuddy(), jdk, new AwsSdk("2.57.8", "apache5")),
        Arguments.of(OtherAgent.jacoco("0.8.13"), jdk, new AwsSdk("2.57.8", "url-connection")));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void bothAgentsDoAllTheirWork(OtherAgent other, Jdk jdk, AwsSdk sdk) throws Exception {
    Way byItself = new Way(Order.ALONE, "");
    Way audited = new Way(Order.OURS_FIRST, "audit");
    List<Way> ways = new ArrayList<>(List.of(byItself, audited));
    orders(other).forEach(order -> ways.add(new Way(order, "enforce")));
    try (Servers servers = new Servers()) {
      Map<Way, Run> runs = run(other, jdk, sdk, ways, servers);

      Run alone = runs.get(byItself);
      assertThat(alone.requests()).isEqualTo(CALLS.size());
      List<String> saw = saw(other, alone.outcome(), byItself);
      assertAllIsSeen(alone.outcome(), runs.get(audited));
      assertThat(saw(other, runs.get(audited).outcome(), audited)).isEqualTo(saw);
      for (Way way : ways.subList(2, ways.size())) {
        assertOnlyWhatOffendsIsRefused(alone.outcome(), runs.get(way), servers);
        saw(other, runs.get(way).outcome(), way);
      }
    }
  }

  private static Set<Order> orders(OtherAgent other) throws Exception {
    Set<Order> orders = EnumSet.complementOf(EnumSet.of(Order.ALONE));
    if (!other.canAttach()) {
      orders.remove(Order.OTHER_BY_ATTACH);
    }
    return orders;
  }

  private Path in(Way way) throws Exception {
    return Files.createDirectories(folder.resolve(way.order() + way.mode()));
  }

  private List<String> saw(OtherAgent other, Outcome outcome, Way way) throws Exception {
    List<String> saw = other.saw(outcome, in(way));
    assertThat(saw).describedAs("%s", outcome).containsAll(other.surely());
    return saw;
  }

  /** Two at once: each begins on one core. */
  private Map<Way, Run> run(OtherAgent other, Jdk jdk, AwsSdk sdk, List<Way> ways, Servers servers)
      throws Exception {
    Map<Way, Run> runs = new HashMap<>();
    for (int i = 0; i < ways.size(); i += servers.aws.size()) {
      List<Way> some = ways.subList(i, Math.min(i + servers.aws.size(), ways.size()));
      List<ChildJvm> children = new ArrayList<>();
      for (int k = 0; k < some.size(); k++) {
        servers.aws.get(k).forget();
        children.add(start(other, jdk, sdk, some.get(k), servers.aws.get(k), servers));
      }
      for (int k = 0; k < some.size(); k++) {
        Outcome outcome = children.get(k).outcome().assertHostLived();
        assertThat(outcome.err())
            .noneMatch(
                line -> line.matches(".*java\\.lang\\.\\w*(Operation|Format|Linkage)\\w*.*"));
        runs.put(some.get(k), new Run(outcome, servers.aws.get(k).requests().size()));
      }
    }
    return runs;
  }

  private ChildJvm start(
      OtherAgent other, Jdk jdk, AwsSdk sdk, Way way, AwsServer aws, Servers servers)
      throws Exception {
    ChildJvm child =
        aws.reach(ChildJvm.on(jdk).withoutSharedClasses())
            .withLegacyAlgorithms()
            .with("-Daws.maxAttempts=1")
            .library(sdk.library())
            .in(in(way));
    if (way.order() == Order.OTHER_BY_ATTACH) {
      child.with(other.properties().toArray(String[]::new)).with("-Dapp.wait=true");
    } else if (way.order() == Order.OURS_FIRST) {
      child.then(other.options());
    } else {
      child.with(other.options().toArray(String[]::new));
    }
    if (way.order() != Order.ALONE) {
      Launch launch = way.order() == Order.OURS_BY_ATTACH ? Launch.DYNAMIC : Launch.JAVAAGENT;
      child.agent(launch, "mode=" + way.mode());
    }
    child.start("SdkV2AndUrls", servers.arguments(sdk));
    if (way.order() == Order.OTHER_BY_ATTACH) {
      child.ready();
      child.load(other.jar(), other.arguments());
      child.go();
    }
    return child;
  }

  private static void assertAllIsSeen(Outcome alone, Run audited) {
    Outcome audit = audited.outcome();
    assertThat(audit.out()).isEqualTo(alone.out());
    assertThat(audited.requests()).isEqualTo(CALLS.size());
    assertThat(audit.awsRequests()).describedAs("%s", audit).isEqualTo(CALLS.size());
    assertThat(audit.actions()).describedAs("%s", audit).contains("would-block");
    assertThat(handshakes(audit)).describedAs("%s", audit).isGreaterThanOrEqualTo(4);
  }

  private static void assertOnlyWhatOffendsIsRefused(Outcome alone, Run enforced, Servers servers) {
    Outcome enforce = enforced.outcome();
    assertThat(enforce.lineFor("dynamodb-get")).describedAs("%s", enforce).endsWith(" ok");
    assertThat(enforce.lineFor("s3-put")).describedAs("%s", enforce).endsWith(" ok");
    assertThat(enforce.lineFor("s3-get@header"))
        .contains("stockade: blocked AWS request GetObject");
    assertThat(enforced.requests()).describedAs("%s", enforce).isEqualTo(2);
    String weak = servers.weak.url();
    assertThat(alone.lineFor(weak)).contains(" ok");
    assertThat(enforce.lineFor(weak))
        .contains("javax.net.ssl.SSLHandshakeException: ", "stockade: blocked TLS to ");
    String strong = servers.strong.url();
    assertThat(enforce.lineFor(strong)).isEqualTo(alone.lineFor(strong));
    assertThat(enforce.records("tls.blocked")).describedAs("%s", enforce).hasSize(1);
    assertThat(enforce.records("aws.blocked")).describedAs("%s", enforce).hasSize(1);
    assertThat(enforce.awsRequests()).describedAs("%s", enforce).isEqualTo(CALLS.size());
    assertThat(handshakes(enforce)).describedAs("%s", enforce).isGreaterThanOrEqualTo(3);
  }

  private static int handshakes(Outcome outcome) {
    return outcome.records("tls.handshake").stream().mapToInt(Records::count).sum();
  }

  /** A weak and a strong one, and AWS. */
  private static final class Servers implements AutoCloseable {
    final OpensslServer weak = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
    final OpensslServer strong = OpensslServer.limitedTo(Peer.TLS13);
    final List<AwsServer> aws = List.of(new AwsServer(), new AwsServer());

    Servers() throws Exception {}

    String[] arguments(AwsSdk sdk) {
      String[] arguments = {
        sdk.transport(), CALLS.get(0), CALLS.get(1), CALLS.get(2), weak.url(), strong.url()
      };
      return arguments;
    }

    @Override
    public void close() throws IOException {
      weak.close();
      strong.close();
      for (AwsServer server : aws) {
        server.close();
      }
    }
  }
}
