package dev.stockade.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.load.RequestLoad;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A day of an operator, by command line, on a Tomcat that serves requests all the time. */
@Tag("servers")
class TomcatTest {
  private static final String WOVEN = "sun.security.ssl.TransportContext";

  @Test
  void fromFirstAuditToEnforcementAndOutAgainWithoutALostRequest() throws Exception {
    TomcatServer tomcat = new TomcatServer();
    ChildJvm child = tomcat.start(ChildJvm.on(Jdk.running()).withLegacyAlgorithms());
    RequestLoad load = new RequestLoad(tomcat.port(), "/hello.txt", "hello");
    try (load;
        Attached jvm = Attached.to(child)) {
      operate(child, jvm, tomcat.port());
    }
    tomcat.shutDown();
    Outcome outcome = child.outcome().assertHostLived();

    assertThat(load.failures()).isEmpty();
    assertThat(load.answered()).isGreaterThan(500);
    assertThat(outcome.records("canary.change")).hasSize(1);
    assertThat(outcome.records("canary.change").get(0).toString()).contains("tls.forward-secrecy");
  }

  private static void operate(ChildJvm child, Attached jvm, int port) throws Exception {
    String pid = String.valueOf(child.pid());
    String original = digest(jvm);
    assertThat(lineOf(pid, run("ps"))).contains("Bootstrap").doesNotContain("audit");

    Path policy = Files.createTempFile("stockade-policy", ".yaml");
    Files.writeString(
        policy,
        "canary: {percent: 100, rollback: {min-samples: 3, max-blocked: 1%, window: 1m}}\n");
    run(
        "attach",
        "--mode",
        "audit",
        "--policy",
        policy.toString(),
        "--journal",
        child.journal().toString(),
        pid);
    assertThat(lineOf(pid, run("ps"))).contains("audit");
    assertThat(digest(jvm)).isNotEqualTo(original);
    assertThat(isServed(port)).isTrue();
    assertThat(run("status", "--all-rules", pid))
        .anyMatch(line -> line.matches("Stockade +\\S+ in audit"))
        .anyMatch(line -> line.contains("audit    tls.forward-secrecy"))
        .anyMatch(line -> line.startsWith("hooks"));
    assertThat(status(pid).getAsJsonObject("counts").get("violation").getAsInt()).isPositive();

    assertThat(run("set", pid, "mode=canary"))
        .containsExactly("JVM " + pid + ": mode was audit, is canary");
    rollBack(port, pid);
    for (int i = 0; i < 3; i++) {
      assertThat(isServed(port)).isTrue();
    }
    assertThat(run("status", pid))
        .anyMatch(line -> line.contains("rolled back tls.forward-secrecy for in:" + port + " "));

    assertThat(run("set", pid, "mode=enforce"))
        .containsExactly("JVM " + pid + ": mode was canary, is enforce");
    assertThat(isServed(port)).isFalse();
    assertThat(lineOf(pid, run("ps"))).contains("enforce");

    assertThat(run("detach", pid).toString()).contains(pid);
    assertThat(digest(jvm)).isEqualTo(original);
    assertThat(isServed(port)).isTrue();
    assertThat(lineOf(pid, run("ps"))).doesNotContain("enforce");
  }

  /** Sends weak clients until the canary has enough of them. */
  private static void rollBack(int port, String pid) throws Exception {
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      if (isServed(port)) {
        break;
      }
      refused++;
    }
    assertThat(refused).describedAs("%s", status(pid)).isBetween(1, 59);
    JsonObject canary = status(pid).getAsJsonObject("canary");
    assertThat(canary.getAsJsonArray("rolledBack")).describedAs("%s", canary).hasSize(1);
  }

  /** Whether a client that has static RSA only gets its answer. */
  private static boolean isServed(int port) throws Exception {
    return OpensslClient.connect(port, Peer.TLS12_STATIC_RSA.limits).contains("HTTP/1.");
  }

  private static JsonObject status(String pid) throws Exception {
    String json = String.join("", run("status", "-o", "json", pid));
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static String lineOf(String pid, List<String> lines) {
    return lines.stream().filter(line -> line.contains(pid)).findFirst().orElseThrow();
  }

  private static List<String> run(String... arguments) throws Exception {
    Outcome outcome = Cli.run(arguments);
    assertThat(outcome.exitCode())
        .describedAs("%s: %s", Arrays.toString(arguments), outcome)
        .isZero();
    return new ArrayList<>(outcome.out());
  }

  /** What an agent of another kind, which comes after Stockade, sees of the woven class. */
  private static String digest(Attached jvm) throws Exception {
    return jvm.digest(agentJar(), WOVEN);
  }

  private static Path agentJar() throws IOException {
    Path jar = Files.createTempFile("stockade-digest", ".jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", "dev.stockade.apps.ClassDigest");
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    String name = "dev/stockade/apps/ClassDigest.class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry(name));
      try (InputStream agent = TomcatTest.class.getClassLoader().getResourceAsStream(name)) {
        agent.transferTo(out);
      }
    }
    return jar;
  }
}
