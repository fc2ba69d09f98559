package dev.stockade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Other agents in the same JVM: before ours on the command line and after, there when ours comes by
 * attach, and coming by attach when ours is there. Each does all that it does alone.
 */
class NeighboursTest {
  private static final List<String> CALLS = List.of("dynamodb-get", "s3-put", "s3-get@header");

  @TempDir Path folder;

  /** How the two agents come into the JVM. */
  private enum Order {
    ALONE,
    NEIGHBOUR_FIRST,
    OURS_FIRST,
    OURS_BY_ATTACH,
    NEIGHBOUR_BY_ATTACH
  }

  static List<Arguments> cells() throws Exception {
    Jdk jdk = Jdk.running();
    Jdk oldest = Jdk.matrix().get(0);
    Jdk newest = Jdk.matrix().get(Jdk.matrix().size() - 1);
    return List.of(
        Arguments.of(Neighbour.jacoco("0.8.13"), oldest, new AwsSdk("2.57.8", "url-connection")),
        Arguments.of(Neighbour.openTelemetry("2.33.1"), newest, new AwsSdk("2.57.8", "apache5")),
        Arguments.of(Neighbour.jacoco("0.8.15"), newest, new AwsSdk("2.57.8", "url-connection")),
        Arguments.of(Neighbour.openTelemetry("2.33.1"), jdk, new AwsSdk("2.57.8", "netty")),
        Arguments.of(Neighbour.openTelemetry("1.33.6"), jdk, new AwsSdk("2.20.160", "apache4")),
        Arguments.of(Neighbour.datadog(), jdk, new AwsSdk("2.57.8", "netty")),
        Arguments.of(Neighbour.byteBuddy(), jdk, new AwsSdk("2.57.8", "apache5")),
        Arguments.of(Neighbour.jacoco("0.8.13"), jdk, new AwsSdk("2.57.8", "url-connection")));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void bothAgentsDoAllTheirWork(Neighbour neighbour, Jdk jdk, AwsSdk sdk) throws Exception {
    try (Servers servers = new Servers()) {
      Outcome alone = run(neighbour, jdk, sdk, Order.ALONE, "", servers);
      assertThat(servers.aws.requests()).hasSameSizeAs(CALLS);
      List<String> saw = saw(neighbour, alone, Order.ALONE, "");

      for (Order order : orders(neighbour)) {
        Outcome enforce = run(neighbour, jdk, sdk, order, "enforce", servers);
        assertOnlyWhatOffendsIsRefused(alone, enforce, servers);
        saw(neighbour, enforce, order, "enforce");
      }
      Outcome audit = run(neighbour, jdk, sdk, Order.OURS_FIRST, "audit", servers);
      assertAllIsSeen(alone, audit, servers);
      assertThat(saw(neighbour, audit, Order.OURS_FIRST, "audit")).isEqualTo(saw);
    }
  }

  private static Set<Order> orders(Neighbour neighbour) throws Exception {
    Set<Order> orders = EnumSet.complementOf(EnumSet.of(Order.ALONE));
    if (!neighbour.canAttach()) {
      orders.remove(Order.NEIGHBOUR_BY_ATTACH);
    }
    return orders;
  }

  private Path in(Order order, String mode) throws Exception {
    return Files.createDirectories(folder.resolve(order + mode));
  }

  private List<String> saw(Neighbour neighbour, Outcome outcome, Order order, String mode)
      throws Exception {
    List<String> saw = neighbour.saw(outcome, in(order, mode));
    assertThat(saw).describedAs("%s", outcome).containsAll(neighbour.surely());
    return saw;
  }

  private Outcome run(
      Neighbour neighbour, Jdk jdk, AwsSdk sdk, Order order, String mode, Servers servers)
      throws Exception {
    servers.aws.forget();
    ChildJvm child =
        servers
            .aws
            .reach(ChildJvm.on(jdk).withoutSharedClasses())
            .withLegacyAlgorithms()
            .with("-Daws.maxAttempts=1")
            .library(sdk.library())
            .in(in(order, mode));
    if (order == Order.NEIGHBOUR_BY_ATTACH) {
      child.with(neighbour.properties().toArray(String[]::new)).with("-Dapp.wait=true");
    } else if (order == Order.OURS_FIRST) {
      child.then(neighbour.options());
    } else {
      child.with(neighbour.options().toArray(String[]::new));
    }
    if (order != Order.ALONE) {
      Launch launch = order == Order.OURS_BY_ATTACH ? Launch.DYNAMIC : Launch.JAVAAGENT;
      child.agent(launch, "mode=" + mode);
    }
    child.start("SdkV2AndUrls", servers.arguments(sdk));
    if (order == Order.NEIGHBOUR_BY_ATTACH) {
      child.ready();
      child.load(neighbour.jar(), neighbour.arguments());
      child.go();
    }
    Outcome outcome = child.outcome().assertHostLived();
    assertThat(outcome.err())
        .noneMatch(line -> line.matches(".*java\\.lang\\.\\w*(Operation|Format|Linkage)\\w*.*"));
    return outcome;
  }

  private static void assertAllIsSeen(Outcome alone, Outcome audit, Servers servers) {
    assertThat(audit.out()).isEqualTo(alone.out());
    assertThat(servers.aws.requests()).hasSameSizeAs(CALLS);
    assertThat(audit.awsRequests()).describedAs("%s", audit).isEqualTo(CALLS.size());
    assertThat(audit.actions()).describedAs("%s", audit).contains("would-block");
    assertThat(handshakes(audit)).describedAs("%s", audit).isGreaterThanOrEqualTo(4);
  }

  private static void assertOnlyWhatOffendsIsRefused(
      Outcome alone, Outcome enforce, Servers servers) {
    assertThat(enforce.lineFor("dynamodb-get")).describedAs("%s", enforce).endsWith(" ok");
    assertThat(enforce.lineFor("s3-put")).describedAs("%s", enforce).endsWith(" ok");
    assertThat(enforce.lineFor("s3-get@header"))
        .contains("stockade: blocked AWS request GetObject");
    assertThat(servers.aws.requests()).describedAs("%s", enforce).hasSize(2);
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
    final AwsServer aws = new AwsServer();

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
      aws.close();
    }
  }
}
