package dev.stockade.e2e.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.PackedJar;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Opens the jar and lists what may be in it. */
class JarTest {
  @Test
  void theHostsClassPathGetsTheShimAndNothingElse() throws IOException {
    assertThat(names(".class"))
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

  @Test
  void everythingElseIsOurOwnOrRelocatedAndTheGateIsInJavaLang() throws IOException {
    List<String> core = names(".classdata");

    assertThat(core)
        .contains("core/java/lang/StockadeGate.classdata")
        .filteredOn(name -> !name.equals("core/java/lang/StockadeGate.classdata"))
        .allMatch(name -> name.startsWith("core/dev/stockade/"));
    assertThat(core).noneMatch(name -> name.startsWith("core/dev/stockade/gate/"));
  }

  @Test
  void ofLibrariesThereIsWhatIsNeededAndTheJarIsSmall() throws IOException {
    List<String> libraries =
        names("").stream().filter(name -> name.startsWith("core/dev/stockade/lib/")).toList();

    assertThat(libraries)
        .allMatch(
            name ->
                name.matches(
                    "core/dev/stockade/lib/((bytebuddy|gson|picocli|slf4j|snakeyaml)/.*)?"));
    assertThat(libraries)
        .filteredOn(name -> name.contains("/gson/") && name.endsWith(".classdata"))
        .describedAs("only the streaming reader")
        .allMatch(
            name -> name.matches(".*/gson/(stream/\\w+(\\$1)?|Strictness|internal/\\w+).classdata"))
        .hasSizeLessThan(12);
    assertThat(ChildJvm.JAR)
        .satisfies(jar -> assertThat(jar.toFile().length()).isLessThan(2_500_000));
  }

  /** By the list that lies beside the texts. */
  @Test
  void eachLibraryHasItsLicence() throws IOException {
    Map<String, byte[]> entries = PackedJar.entries();
    List<String[]> lines =
        new String(entries.get("META-INF/licenses/packed.txt"), UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" +"))
            .toList();

    assertThat(names(".classdata"))
        .filteredOn(name -> name.startsWith("core/dev/stockade/lib/"))
        .allMatch(name -> lines.stream().anyMatch(line -> name.startsWith(line[0])));
    for (String[] line : lines) {
      assertThat(names(".classdata")).anyMatch(name -> name.startsWith(line[0]));
      assertThat(line).hasSizeGreaterThan(1);
      for (int i = 1; i < line.length; i++) {
        assertThat(entries).containsKey("META-INF/" + line[i]);
      }
    }
  }

  /** An older shim takes an engine out of a newer jar, and finds what it loads by entries alone. */
  @Test
  void onlyWhatAnEngineNeverLoadsIsPackedAsOne() throws IOException {
    assertThat(PackedJar.commands().keySet())
        .contains("core/dev/stockade/cli/Commands.classdata")
        .allMatch(
            name -> name.matches("core/dev/stockade/(cli|lib/(bytebuddy/agent|gson|picocli))/.*"));
  }

  @Test
  void librariesHaveNoLineNumbersAndStockadesOwnClassesHave() throws IOException {
    for (Map.Entry<String, byte[]> entry : PackedJar.entries().entrySet()) {
      if (entry.getKey().matches(".*/dev/stockade/lib/.*\\.classdata")) {
        assertThat(sourceFile(entry.getValue())).describedAs(entry.getKey()).isNull();
      }
    }
    assertThat(sourceFile(PackedJar.entries().get("core/dev/stockade/engine/Entry.classdata")))
        .isEqualTo("Entry.java");
  }

  @Test
  void allIsJava8BytecodeAndDated() throws IOException {
    for (Map.Entry<String, byte[]> entry : PackedJar.entries().entrySet()) {
      if (entry.getKey().endsWith(".class") || entry.getKey().endsWith(".classdata")) {
        assertThat(entry.getValue()[6] << 8 | entry.getValue()[7])
            .describedAs("class file version of %s", entry.getKey())
            .isLessThanOrEqualTo(52);
      }
    }
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        assertThat(entry.getTimeLocal().toString())
            .describedAs("outputTimestamp of %s", entry.getName())
            .startsWith("2026-11-23T00:00");
      }
    }
  }

  private static List<String> names(String ending) throws IOException {
    return PackedJar.entries().keySet().stream().filter(name -> name.endsWith(ending)).toList();
  }

  private static String sourceFile(byte[] classFile) {
    String[] found = new String[1];
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public void visitSource(String source, String debug) {
                found[0] = source;
              }
            },
            ClassReader.SKIP_FRAMES);
    return found[0];
  }
}
