package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that can be wrong with the agent's surroundings, and the program runs all the same.
 */
@Tag("matrix")
class HostLivesTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  static List<Jdk> jdksWithSecurityManager() {
    return Jdk.upTo(17);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aBadOptionIsOneLineNamingSourceNameValueAndWhatIsAllowed(Jdk jdk) throws Exception {
    Outcome outcome =
        ChildJvm.on(jdk)
            .agentOnly("mode=bloc,colour=red")
            .with("-Dstockade.journal.keep=many")
            .environment("STOCKADE_SUMMARY", "perhaps")
            .start("Hello")
            .outcome();

    assertSaysHello(outcome);
    assertThat(outcome.err())
        .hasSize(4)
        .anyMatch(has("agent argument: mode=bloc is", "off, audit, canary, enforce"))
        .anyMatch(has("agent argument: colour=red", "journal.max-size"))
        .anyMatch(has("system property: stockade.journal.keep=many", "from 1 to 1000"))
        .anyMatch(has("environment: STOCKADE_SUMMARY=perhaps", "true, false"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void withOnFailureExitABadOptionEndsTheJvmWithOneSentence(Jdk jdk) throws Exception {
    Outcome outcome =
        ChildJvm.on(jdk).agentOnly("mode=bloc,on-failure=exit").start("Hello").outcome();

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .hasSize(2)
        .anyMatch(has("mode=bloc"))
        .anyMatch(has("stockade: not active, and on-failure=exit: ", "mistakes"))
        .noneMatch(has("runs without"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aJarWithAPartMissingIsOneLine(Jdk jdk) throws Exception {
    for (String missing :
        List.of("core/", "core/java/lang/", "core/dev/stockade/library/LibraryCatalog")) {
      Path jar = without(missing);
      Outcome outcome =
          ChildJvm.on(jdk).with("-javaagent:" + jar + "=journal=none").start("Hello").outcome();

      assertSaysHello(outcome);
      assertThat(outcome.err()).describedAs(missing).hasSize(1).allMatch(has("not active"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void withoutTheWeaverTlsWorksAndTheFailureIsReported(Jdk jdk) throws Exception {
    Path jar = without("core/dev/stockade/lib/bytebuddy/jar/asm/ClassReader");
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child = ChildJvm.on(jdk);
      Outcome outcome =
          child
              .with("-javaagent:" + jar + "=mode=enforce,journal=" + child.journal())
              .start("SocketClient", server.target())
              .outcome();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.3");
      assertThat(outcome.err()).anyMatch(has("could not be woven", "HandshakeContext"));
      assertThat(outcome.records().get(outcome.records().size() - 1).toString())
          .doesNotContain("\"errors\":0");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void anUnwritableJournalIsOneLineAndTheConnectionWorks(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      for (String journal : List.of("/dev/full", "/proc/no/journal", folder.toString())) {
        Outcome outcome =
            ChildJvm.on(jdk)
                .agentOnly("summary=false,journal=" + journal)
                .start("SocketClient", server.target())
                .outcome();

        assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.3");
        assertThat(outcome.err()).describedAs(journal).hasSize(1).allMatch(has(journal));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdksWithSecurityManager")
  void aSecurityManagerWithoutAGrantIsOneLine(Jdk jdk) throws Exception {
    Outcome outcome =
        ChildJvm.on(jdk).with("-Djava.security.manager").agentOnly("").start("Hello").outcome();

    assertSaysHello(outcome);
    assertThat(outcome.err())
        .filteredOn(line -> !line.startsWith("WARNING:"))
        .hasSize(1)
        .allMatch(has("not active", "AccessControlException"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdksWithSecurityManager")
  void underASecurityManagerWithAGrantForTheJarAllWorksFromUnprivilegedCode(Jdk jdk)
      throws Exception {
    Path policy = folder.resolve("policy");
    Files.writeString(
        policy,
        "grant { permission java.net.SocketPermission \"*\", \"connect,resolve\";"
            + " permission java.util.PropertyPermission \"*\", \"read\";"
            + " permission java.io.FilePermission \"<<ALL FILES>>\", \"read\"; };"
            + "grant codeBase \""
            + ChildJvm.JAR.toAbsolutePath().toUri()
            + "\" { permission java.security.AllPermission; };");
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      Outcome outcome =
          ChildJvm.on(jdk)
              .with("-Djava.security.manager", "-Djava.security.policy=" + policy)
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .start("SocketClient", server.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(server.target())).contains(" ok TLSv1.2");
      assertThat(outcome.records("tls.handshake")).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void loadedTwiceItRunsOnceAndTheKillSwitchBeatsTheArgument(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      Outcome twice =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .with("-javaagent:" + ChildJvm.JAR + "=mode=enforce")
              .agent(Launch.JAVAAGENT, "mode=audit")
              .start("SocketClient", server.target())
              .outcome()
              .assertHostLived();
      assertThat(twice.lineFor(server.target())).contains(" ok TLSv1.1");
      assertThat(twice.records("tls.handshake")).hasSize(1);

      Outcome off =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .environment("STOCKADE_MODE", "off")
              .start("SocketClient", server.target())
              .outcome();
      assertThat(off.lineFor(server.target())).contains(" ok TLSv1.1");
      assertThat(off.records()).isEmpty();
    }
  }

  private static void assertSaysHello(Outcome outcome) {
    assertThat(outcome.exitCode()).describedAs("%s", outcome).isZero();
    assertThat(outcome.out()).containsExactly("hello");
  }

  private static java.util.function.Predicate<String> has(String... parts) {
    return line -> {
      for (String part : parts) {
        if (!line.contains(part)) {
          return false;
        }
      }
      return true;
    };
  }

  /** A copy of the jar without the entries that begin with {@code prefix}. */
  private Path without(String prefix) throws IOException {
    Path copy = folder.resolve("without-" + prefix.replace('/', '-') + ".jar");
    List<String> left = new ArrayList<>();
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      for (var entry : jar.stream().toList()) {
        if (!entry.getName().startsWith(prefix)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          out.write(jar.getInputStream(entry).readAllBytes());
        } else {
          left.add(entry.getName());
        }
      }
    }
    assertThat(left).isNotEmpty();
    return copy;
  }
}
