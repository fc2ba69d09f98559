package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Lines;
import dev.stockade.e2e.kit.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a JAVA_TOOL_OPTIONS meant for a service does to the tools of the JDK: nothing. */
@Tag("matrix")
class JdkToolsTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void toolsPrintAndEndAsWithoutIt(Jdk jdk) throws Exception {
    jdk.java();
    List<List<String>> commands =
        List.of(
            List.of("keytool", "-list", "-keystore", "nowhere.p12"),
            List.of("jps", "-help"),
            List.of("jcmd", "-h"),
            List.of("javac", "-version"),
            List.of("java", "-version"));
    for (List<String> command : commands) {
      Outcome plain = run(jdk, command, "NONE");

      assertSame(run(jdk, command, "JAVA_TOOL_OPTIONS"), plain);
    }
    List<String> launched = List.of("java", "-version"); // what JDK_JAVA_OPTIONS reaches
    assertSame(run(jdk, launched, "JDK_JAVA_OPTIONS"), run(jdk, launched, "NONE"));
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aProgramStartedFromItsSourceIsProtected(Jdk jdk) throws Exception {
    assumeThat(jdk.feature()).isIn(11, 21, 25, 27);
    Path source = folder.resolve("App.java");
    Files.writeString(
        source, "class App { public static void main(String[] a) { System.out.println(1); } }");

    Outcome app =
        ChildJvm.on(jdk)
            .agentOnly("log=info,on-failure=exit")
            .launch(List.of(source.toString()))
            .outcome();
    assertThat(app.out()).containsExactly("1");
    assertThat(app.err()).anyMatch(line -> line.contains("is active: mode audit"));

    Outcome tool =
        ChildJvm.on(jdk)
            .agentOnly("log=info")
            .launch(List.of("-m", "jdk.compiler/com.sun.tools.javac.Main", "-version"))
            .outcome();
    assertThat(tool.err())
        .anyMatch(line -> line.contains("stays out of jdk.compiler/com.sun.tools.javac.Main"));
  }

  private static void assertSame(Outcome outcome, Outcome plain) {
    assertThat(outcome.exitCode()).isEqualTo(plain.exitCode());
    assertThat(outcome.out()).isEqualTo(plain.out());
    assertThat(outcome.err())
        .filteredOn(line -> !line.contains("Picked up J"))
        .isEqualTo(plain.err());
  }

  private Outcome run(Jdk jdk, List<String> command, String variable) throws Exception {
    List<String> words = new ArrayList<>(command);
    words.set(0, jdk.home().resolve("bin").resolve(command.get(0)).toString());
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder
        .environment()
        .put(variable, "-javaagent:" + ChildJvm.JAR + "=mode=enforce,journal=tool.ndjson");
    Process process = builder.start();
    Lines out = new Lines(process.getInputStream());
    Lines err = new Lines(process.getErrorStream());
    process.getOutputStream().close();
    int exitCode = process.waitFor();
    return new Outcome(exitCode, out.all(), err.all(), List.of(), null);
  }
}
