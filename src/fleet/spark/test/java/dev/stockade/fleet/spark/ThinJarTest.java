package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the cluster has already, in versions of its own, is not in the jar. */
@Tag("cluster")
class ThinJarTest {
  private static final Path JAR = Path.of("target/stockade-fleet-spark.jar");

  @Test
  void holdsNothingButStockadeAndItsOwnLibraries() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> foreign =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class") && !name.startsWith("dev/stockade/"))
              .toList();
      assertThat(foreign).isEmpty();
      assertThat(jar.getEntry("dev/stockade/fleet/sql/questions/readiness.sql")).isNotNull();
      assertThat(jar.getEntry("dev/stockade/fleet/SparkFleet.class")).isNotNull();
    }
    assertThat(Files.size(JAR)).isLessThan(3_000_000);
  }
}
