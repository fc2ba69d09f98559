package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What others made is packed with its licence, by the list {@code META-INF/licenses/packed.txt}.
 */
@Tag("cluster")
class PackedLicencesTest {
  private static final String META = "META-INF/";

  /** Longest first, as the part of a library may have a licence of its own. */
  private final Map<String, List<String>> listed =
      new TreeMap<>((a, b) -> b.length() == a.length() ? a.compareTo(b) : b.length() - a.length());

  @ParameterizedTest
  @ValueSource(
      strings = {"../command/target/stockade-fleet.jar", "target/stockade-fleet-spark.jar"})
  void eachLibraryHasItsTexts(String file) throws Exception {
    try (JarFile jar = new JarFile(Path.of(file).toFile())) {
      read(jar);
      Set<String> used = new TreeSet<>();
      Set<String> bare = new TreeSet<>();
      jar.stream()
          .map(ZipEntry::getName)
          .filter(PackedLicencesTest::isForeign)
          .forEach(
              name ->
                  listed.keySet().stream()
                      .filter(name::startsWith)
                      .findFirst()
                      .ifPresentOrElse(used::add, () -> bare.add(name)));

      assertThat(bare).as("packed, and in no line of packed.txt").isEmpty();
      assertThat(used).as("lines of packed.txt").isEqualTo(new TreeSet<>(listed.keySet()));
      for (List<String> texts : listed.values()) {
        for (String text : texts) {
          assertThat(jar.getEntry(META + text)).as(text).isNotNull();
          assertThat(jar.getEntry(META + text).getSize()).as(text).isGreaterThan(200);
        }
      }
    }
  }

  /** Classes, and the libraries of systems. */
  private static boolean isForeign(String name) {
    boolean isCode = name.endsWith(".class") || name.matches(".*\\.(so|dll|dylib|jnilib)([._].*)?");
    return isCode && (!name.startsWith("dev/stockade/") || name.startsWith("dev/stockade/lib/"));
  }

  private void read(JarFile jar) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(META + "licenses/packed.txt"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          List<String> words = List.of(line.split(" +"));
          assertThat(words).as(line).hasSizeGreaterThan(1);
          listed.put(words.get(0), words.subList(1, words.size()));
        }
      }
    }
  }
}
