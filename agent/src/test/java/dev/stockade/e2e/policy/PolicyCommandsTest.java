package dev.stockade.e2e.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the journal of a real JVM to a policy that it can live with. */
@Tag("matrix")
class PolicyCommandsTest {
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whatAuditRecordedBecomesExceptionsUnderWhichEnforceBreaksNothing(Jdk jdk) throws Exception {
    try (OpensslServer old = OpensslServer.limitedTo(Peer.TLS11);
        OpensslServer rsa = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
        OpensslServer good = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      String[] targets = {old.target(), rsa.target(), good.target()};
      Outcome audit = client(jdk, "mode=audit", targets);
      assertThat(audit.calls()).hasSize(3).allMatch(line -> line.contains(" ok "));
      Path strict = write("strict.yaml", "mode: enforce\n");

      JsonObject whatIf =
          json(run(jdk, "whatif", "--policy", strict, audit.journal(), "-o", "json"));
      assertThat(destinations(whatIf, "newly blocked"))
          .containsExactlyInAnyOrder(old.target(), rsa.target());
      assertThat(destinations(whatIf, "unchanged")).containsExactly(good.target());
      assertThat(client(jdk, "policy=" + strict, targets).calls())
          .filteredOn(line -> line.contains(" failed"))
          .hasSize(2);

      Path suggested = folder.resolve("suggested.yaml");
      assertThat(run(jdk, "suggest-exceptions", audit.journal(), "--to", suggested).exitCode())
          .isZero();
      Outcome refused = run(jdk, "policy", "lint", suggested);
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.out()).hasSize(2).allMatch(line -> line.contains("still TODO"));
      String text = Files.readString(suggested).replace("owner: TODO", "owner: payments-team");
      Files.writeString(suggested, "mode: enforce\n" + text);
      assertThat(run(jdk, "policy", "lint", suggested).exitCode()).isZero();

      JsonObject left =
          json(run(jdk, "whatif", "--policy", suggested, audit.journal(), "-o", "json"));
      assertThat(left.get("blocked").getAsInt() + left.get("reported").getAsInt()).isZero();
      Outcome enforced = client(jdk, "policy=" + suggested, targets).assertHostLived();
      assertThat(enforced.calls()).hasSize(3).allMatch(line -> line.contains(" ok "));
    }
  }

  @Test
  void aPolicyIsExplainedTestedAndCompared() throws Exception {
    Path one = write("one.yaml", "mode: enforce\n");
    Path two = write("two.yaml", "mode: canary\n");
    Path cases =
        write(
            "cases.yaml",
            "- {name: old, tls: {host: a, version: TLSv1.1}, expect: {action: blocked}}\n");

    assertThat(run(Jdk.running(), "policy", "explain", one, "db.internal:1433").out())
        .startsWith("db.internal:1433 (out)", "  mode         enforce");
    assertThat(run(Jdk.running(), "explain", "db.internal:1433").out())
        .startsWith("db.internal:1433 (out)", "  mode         audit");
    assertThat(run(Jdk.running(), "policy", "test", one, cases).exitCode()).isZero();
    assertThat(run(Jdk.running(), "policy", "test", two, cases).exitCode()).isEqualTo(1);
    assertThat(run(Jdk.running(), "policy", "diff", one, two).out())
        .startsWith("mode: enforce -> canary");
  }

  private static Outcome client(Jdk jdk, String options, String... targets) throws Exception {
    return ChildJvm.on(jdk)
        .withLegacyAlgorithms()
        .agent(Launch.JAVAAGENT, options)
        .start("SocketClient", targets)
        .outcome();
  }

  private static Outcome run(Jdk jdk, Object... words) throws Exception {
    List<String> arguments = new ArrayList<>();
    for (Object word : words) {
      arguments.add(word.toString());
    }
    return ChildJvm.on(jdk)
        .launch(List.of("-jar", ChildJvm.JAR.toString()), arguments.toArray(new String[0]))
        .outcome();
  }

  private static JsonObject json(Outcome outcome) {
    assertThat(outcome.out()).describedAs("%s", outcome).hasSize(1);
    return JsonParser.parseString(outcome.out().get(0)).getAsJsonObject();
  }

  private static List<String> destinations(JsonObject result, String change) {
    List<String> names = new ArrayList<>();
    result
        .getAsJsonObject(change)
        .getAsJsonArray("destinations")
        .forEach(row -> names.add(row.getAsJsonObject().get("destination").getAsString()));
    return names;
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }
}
