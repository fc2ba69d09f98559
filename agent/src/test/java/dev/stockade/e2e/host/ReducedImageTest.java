package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runtime images with hardly more than an agent needs: no EC keys, no XML, no management. */
class ReducedImageTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "JDK {0}")
  @CsvSource({"17", "25"})
  void selfTestAndCommandsNeedNoMoreThanAnAgentDoes(int feature) throws Exception {
    Path jdk = Path.of(Jdk.of(feature).java()).getParent();
    Path image = folder.resolve("image");
    run(
        jdk.resolve("jlink").toString(),
        "--add-modules",
        "java.base,java.instrument",
        "--output",
        image.toString());
    String java = image.resolve("bin/java").toString();
    String policy = Files.writeString(folder.resolve("p.yaml"), "mode: enforce\n").toString();
    String jar = ChildJvm.JAR.toAbsolutePath().toString();

    assertThat(run(java, "-Djdk.lang.Process.launchMechanism=VFORK", "-jar", jar, "self-test"))
        .endsWith("all is well")
        .noneMatch(line -> line.startsWith("FAILED"));
    for (List<String> command :
        Arrays.asList(
            List.of("version"),
            List.of("explain", "tls.min-version"),
            List.of("endpoint", "s3.eu-west-1.amazonaws.com"),
            List.of("policy", "explain", policy, "db.internal:443"))) {
      List<String> words = new ArrayList<>(List.of(java, "-jar", jar));
      words.addAll(command);
      assertThat(run(words.toArray(new String[0]))).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "JDK {0}")
  @CsvSource({"17", "25"})
  void whatAnImageLacksIsSaidInOneSentence(int feature) throws Exception {
    Path jdk = Path.of(Jdk.of(feature).java()).getParent();
    Path image = folder.resolve("image");
    run(
        jdk.resolve("jlink").toString(),
        "--add-modules",
        "java.base,java.instrument",
        "--output",
        image.toString());
    String java = image.resolve("bin/java").toString();
    String jar = ChildJvm.JAR.toAbsolutePath().toString();

    String hello = "dev.stockade.apps.Hello";
    assertThat(run(java, "-javaagent:" + jar + "=jfr=true", "-cp", ChildJvm.TEST_APPS, hello))
        .filteredOn(line -> line.contains("jfr"))
        .singleElement()
        .asString()
        .contains("jfr=true has no effect: this Java runtime has no Flight Recorder");
    String there = folder.toString();
    assertThat(run(1, java, "-jar", jar, "follow", there, "--prometheus", "127.0.0.1:0"))
        .singleElement()
        .asString()
        .startsWith("--prometheus needs the module jdk.httpserver");
  }

  private List<String> run(String... words) throws Exception {
    return run(0, words);
  }

  /** The lines that it printed, where that is its exit code. */
  private List<String> run(int expected, String... words) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("STOCKADE_"));
    int exit = builder.start().waitFor();
    List<String> lines =
        Files.readAllLines(output).stream()
            .filter(line -> !line.isBlank())
            .collect(Collectors.toList());
    assertThat(exit).describedAs("%s: %s", List.of(words), lines).isEqualTo(expected);
    return lines;
  }
}
