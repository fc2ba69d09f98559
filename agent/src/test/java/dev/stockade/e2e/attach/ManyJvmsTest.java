package dev.stockade.e2e.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator looks at many JVMs at once, again and again. */
@Tag("matrix")
@Isolated
class ManyJvmsTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @Test
  void eachSaysWhoItIsAndHowItDoes() throws Exception {
    Path kill = folder.resolve("kill");
    Path journal = folder.resolve("%p.ndjson");
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      ChildJvm orders =
          waiting(ChildJvm.on(Jdk.running()))
              .agent(Launch.JAVAAGENT, "service=orders,instance=one")
              .start("SocketClient", server.target());
      String options = "service=billing,mode=enforce,journal=" + journal + ",kill-file=" + kill;
      ChildJvm billing =
          waiting(ChildJvm.on(Jdk.running()))
              .then(List.of("-javaagent:" + ChildJvm.JAR + "=" + options))
              .start("SocketClient", server.target());
      orders.round(1, server.target());
      billing.round(1, server.target());
      String one = String.valueOf(orders.pid());
      String two = String.valueOf(billing.pid());

      JsonObject first = Cli.process(one);
      assertThat(first.get("service").getAsString()).isEqualTo("orders");
      assertThat(first.get("instance").getAsString()).isEqualTo("one");
      assertThat(first.get("mode").getAsString()).isEqualTo("audit");
      assertThat(first.get("violations").getAsInt()).isOne();
      assertThat(first.get("blocked").getAsInt()).isZero();
      JsonObject second = Cli.process(two);
      assertThat(second.get("blocked").getAsInt()).isOne();
      assertThat(second.get("journal").getAsString())
          .isEqualTo(folder.resolve(two + ".ndjson").toString());

      Outcome text = Cli.run("status", one, two);
      assertThat(text.exitCode()).isZero();
      assertThat(text.out())
          .anyMatch(line -> line.matches("JVM +" + one + " orders on one"))
          .anyMatch(line -> line.matches("JVM +" + two + " billing on .*"))
          .anyMatch(line -> line.matches("kill file +armed: " + kill))
          .anyMatch(line -> line.startsWith("journal") && line.contains(two + ".ndjson"))
          .noneMatch(line -> line.contains("%p"));

      Files.createFile(kill);
      Waiting.until(() -> String.join("\n", Cli.run("ps").out()).contains("KILLED while " + kill));
      assertThat(Cli.process(two).get("killed").getAsString()).isEqualTo(kill.toString());
      assertThat(Cli.run("status", "--all").out())
          .anyMatch(line -> line.matches("JVM +" + one + " orders on one"))
          .anyMatch(line -> line.matches("KILLED +does nothing while " + kill + " exists"));
      JsonArray both =
          JsonParser.parseString(String.join("\n", Cli.run("status", "-o", "json", one, two).out()))
              .getAsJsonObject()
              .getAsJsonArray("jvms");
      assertThat(both).hasSize(2);

      Outcome missing = Cli.run("status", one, "999999");
      assertThat(missing.exitCode()).isOne();
      assertThat(missing.out()).anyMatch(line -> line.contains("orders on one"));
      assertThat(missing.err()).anyMatch(line -> line.contains("999999"));
      orders.round(2, server.target());
      orders.outcome().assertHostLived();
      billing.round(2, server.target());
      assertThat(billing.outcome().exitCode()).isZero();
    }
  }

  /** JDK 21 and newer write four lines whenever an agent is loaded into a running JVM. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void toAskOftenWritesNothingIntoTheProgramsOutput(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      ChildJvm child =
          waiting(ChildJvm.on(jdk))
              .agent(Launch.JAVAAGENT, "mode=audit,log=error,summary=false")
              .start("SocketClient", server.target());
      child.round(1, server.target());
      String pid = String.valueOf(child.pid());
      for (int i = 0; i < 2; i++) {
        assertThat(Cli.run("status", pid).out()).anyMatch(line -> line.contains("in audit"));
      }
      assertThat(Cli.process(pid).has("service")).isTrue();
      child.round(2, server.target());

      assertThat(child.outcome().assertHostLived().err()).isEmpty();
    }
  }

  /** A program says of itself what it likes: it cannot colour, clear or forge another's line. */
  @Test
  void whatAProgramSaysOfItselfStaysInItsLine() throws Exception {
    String forged = "audit\u001b[2J\n999999  forged.jar  JDK 17  Stockade 0.1.0 enforce\u009b1m\r";
    ChildJvm child =
        ChildJvm.on(Jdk.running())
            .with("-Dstockade.version=0.1.0" + forged, "-Dstockade.mode=" + forged)
            .with("-Dapp.wait=true")
            .start("SocketClient", "localhost:1");
    child.ready();
    String pid = String.valueOf(child.pid());
    for (List<String> command :
        List.of(List.of("ps"), List.of("status", pid), List.of("ps", "-o", "json"))) {
      Outcome said = Cli.run(command.toArray(String[]::new));
      assertThat(said.out())
          .describedAs("%s", command)
          .noneMatch(line -> line.startsWith("999999"))
          .allMatch(line -> line.chars().noneMatch(c -> Character.isISOControl(c)));
      assertThat(said.err())
          .allMatch(line -> line.chars().noneMatch(c -> Character.isISOControl(c)));
    }
    child.go();
    assertThat(child.outcome().exitCode()).isZero();
  }

  /** For a go before its second and last round. */
  private static ChildJvm waiting(ChildJvm child) {
    return child.withLegacyAlgorithms().with("-Dapp.repeat=2", "-Dapp.wait-between=true");
  }
}
