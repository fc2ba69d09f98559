package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Opens the jar and lists what may be in it. */
class JarTest {
  @Test
  void theHostsClassPathGetsTheShimAndNothingElse() throws IOException {
    try (JarFile jar = open()) {
      List<String> classes = names(jar).stream().filter(name -> name.endsWith(".class")).toList();

      assertThat(classes)
          .containsExactlyInAnyOrder(
              "dev/stockade/agent/StockadeAgent.class",
              "dev/stockade/agent/BriefProperty.class",
              "dev/stockade/agent/CoreLoader.class",
              "dev/stockade/agent/JarBytes.class",
              "dev/stockade/agent/JarIndex.class",
              "dev/stockade/agent/NeedlessStart.class",
              "dev/stockade/agent/SuppressForbidden.class",
              "dev/stockade/agent/package-info.class");
    }
  }

  @Test
  void everythingElseIsOurOwnOrRelocatedAndTheGateIsInJavaLang() throws IOException {
    try (JarFile jar = open()) {
      List<String> core = names(jar).stream().filter(name -> name.endsWith(".classdata")).toList();

      assertThat(core)
          .contains("core/java/lang/StockadeGate.classdata")
          .filteredOn(name -> !name.equals("core/java/lang/StockadeGate.classdata"))
          .allMatch(name -> name.startsWith("core/dev/stockade/"));
      assertThat(core).noneMatch(name -> name.startsWith("core/dev/stockade/gate/"));
    }
  }

  @Test
  void ofLibrariesThereIsWhatIsNeededAndTheJarIsSmall() throws IOException {
    try (JarFile jar = open()) {
      List<String> libraries =
          names(jar).stream().filter(name -> name.startsWith("core/dev/stockade/lib/")).toList();

      assertThat(libraries)
          .allMatch(
              name ->
                  name.matches(
                      "core/dev/stockade/lib/((bytebuddy|gson|picocli|slf4j|snakeyaml)/.*)?"));
      assertThat(libraries)
          .filteredOn(name -> name.contains("/gson/") && name.endsWith(".classdata"))
          .describedAs("only the streaming reader")
          .allMatch(
              name ->
                  name.matches(".*/gson/(stream/\\w+(\\$1)?|Strictness|internal/\\w+).classdata"))
          .hasSizeLessThan(12);
    }
    assertThat(ChildJvm.JAR)
        .satisfies(jar -> assertThat(jar.toFile().length()).isLessThan(2_500_000));
  }

  @Test
  void allIsJava8BytecodeAndDated() throws IOException {
    try (JarFile jar = open()) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().endsWith(".class") || entry.getName().endsWith(".classdata")) {
          try (InputStream in = jar.getInputStream(entry)) {
            byte[] head = in.readNBytes(8);
            assertThat(head[6] << 8 | head[7])
                .describedAs("class file version of %s", entry.getName())
                .isLessThanOrEqualTo(52);
          }
        }
        assertThat(entry.getTimeLocal().toString())
            .describedAs("outputTimestamp of %s", entry.getName())
            .startsWith("2026-11-23T00:00");
      }
    }
  }

  private static JarFile open() throws IOException {
    return new JarFile(ChildJvm.JAR.toFile());
  }

  private static List<String> names(JarFile jar) {
    return jar.stream().map(JarEntry::getName).toList();
  }
}
