package dev.stockade.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.AgentJar;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM keeps the first shim that it loaded: each later engine has to answer to that one. */
class OldShimContractTest {
  @TempDir Path folder;

  @Test
  void theShimOfAnOlderJarStartsAsksAndLeavesTheEngineOfThisOne() throws Exception {
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "rules: {aws.imds-v1: off}\n");
    Path shim = AgentJar.of(folder.resolve("shim.jar"), null, OldShim.class, PackedCore.class);
    ChildJvm child =
        ChildJvm.on(Jdk.running())
            .with("-Dstockade.mode=audit")
            .with("-Dstockade.policy=" + policy)
            .agentOnly(null)
            .start("DefaultsChanger", "wait");
    child.ready();
    child.load(shim, ChildJvm.JAR.toAbsolutePath().toString());
    child.awaitLine("shim end");
    child.go();

    assertThat(child.outcome().out().stream().filter(line -> line.startsWith("shim ")))
        .extracting(line -> line.replaceFirst("(true|false),\\{?.*", "$1"))
        .extracting(line -> line.replaceFirst("version \\d+(\\.\\d+)+.*", "version VERSION"))
        .containsExactly(
            "shim protocol 1",
            "shim answers true",
            "shim mode enforce",
            "shim given audit",
            "shim version VERSION",
            "shim reply 4711 {\"ok\":true",
            "shim reads policies true",
            "shim set 4712 {\"ok\":true",
            "shim stays audit",
            "shim answers false",
            "shim mode audit",
            "shim version null",
            "shim end");
  }
}
