package dev.stockade.e2e.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.Jdk;
import dev.stockade.library.LibraryCatalog;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of hooks finds its method wherever its class is there, in every version of its library;
 * and each library has a row in each of its versions.
 */
class HookRowsTest {
  private static final Path LIBRARIES = Path.of("src/test/resources/rows/libraries.txt");
  private static final HookTable TABLE = new HookTable(rows().hooks());

  private static HookRows rows() {
    HookRows rows = new HookRows(null);
    LibraryCatalog.addAll(null, rows);
    return rows;
  }

  static Stream<Jdk> jdks() {
    return Jdk.all().stream();
  }

  static List<String> artifacts() throws IOException {
    boolean all = System.getProperty("rows.versions", "").equals("all");
    List<String> artifacts = new ArrayList<>();
    for (String line : Files.readAllLines(LIBRARIES)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] words = line.split(" ", -1);
        for (String version :
            all ? published(words) : Arrays.asList(words).subList(1, words.length)) {
          artifacts.add(words[0] + ":" + version);
        }
      }
    }
    return artifacts;
  }

  /** Those from the first one named on. */
  private static List<String> published(String[] words) {
    String range = words[0] + ":[" + words[1] + ",)";
    return Maven.configureResolver().resolveVersionRange(range).getVersions().stream()
        .map(coordinate -> coordinate.getVersion())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("artifacts")
  void inALibrary(String artifact) throws IOException {
    Path jar =
        Maven.configureResolver().resolve(artifact).withoutTransitivity().asSingleFile().toPath();
    assertFound(new ClassFiles(TABLE).jar(jar));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void inAJdk(Jdk jdk) throws IOException {
    jdk.java();
    ClassFiles files = new ClassFiles(TABLE);
    Path lib = jdk.home().resolve("jre/lib");
    assertFound(
        jdk.feature() == 8
            ? files.jar(lib.resolve("jsse.jar")).jar(lib.resolve("rt.jar"))
            : files.modules(jdk.home()));
  }

  private static void assertFound(ClassFiles files) {
    SortedSet<String> found = files.found();
    assertThat(found).isNotEmpty();
    assertThat(files.lacking()).describedAs("found: %s", found).isEmpty();
  }
}
