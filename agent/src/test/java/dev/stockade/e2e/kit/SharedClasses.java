package dev.stockade.e2e.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An archive of the JDK's own classes for each JDK, as every JDK brings one along. That one was not
 * verified as the tests ask for, so a JVM of theirs would verify all of the JDK at each start; and
 * it lacks TLS, which nearly all of them use.
 */
final class SharedClasses {
  private static final Map<Path, List<String>> OPTIONS = new ConcurrentHashMap<>();
  private static final List<String> VERIFIED =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal");

  private final Jdk jdk;
  private final Path folder;

  private SharedClasses(Jdk jdk) throws IOException {
    this.jdk = jdk;
    this.folder =
        Files.createTempDirectory(Path.of("target"), "classes-" + jdk.feature() + "-")
            .toAbsolutePath();
  }

  /** Options for a JVM that verifies all classes; none where there can be no archive. */
  static List<String> options(Jdk jdk) {
    return OPTIONS.computeIfAbsent(jdk.home(), home -> dump(jdk));
  }

  private static List<String> dump(Jdk jdk) {
    if (jdk.feature() == 8) {
      // Its agents switch sharing off.
      return List.of();
    }
    try {
      return new SharedClasses(jdk).dump();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<String> dump() throws IOException, InterruptedException {
    Path archive = folder.resolve("classes.jsa");
    String option = "-XX:SharedArchiveFile=" + archive;
    Path used = folder.resolve("used.txt");
    java(
        "-Xshare:off",
        "-XX:DumpLoadedClassList=" + used,
        "-javaagent:" + ChildJvm.JAR + "=journal=" + folder.resolve("journal.ndjson"),
        "-Dapp.keystore=" + Keys.keyStore(),
        "-Dapp.password=" + Keys.PASSWORD,
        "-cp",
        ChildJvm.TEST_APPS,
        "dev.stockade.apps.TlsToItself");
    Path names = folder.resolve("names.txt");
    Files.write(names, names(used));
    boolean dumped = java(option, "-XX:SharedClassListFile=" + names, "-Xshare:dump");
    // From JDK 25 on a JVM with an agent would say that it makes less of the archive.
    return dumped && Files.exists(archive) ? List.of(option, "-Xlog:cds=off") : List.of();
  }

  /**
   * The JDK's own choice and what was used, without the notes that only a list of its own knows.
   */
  private Set<String> names(Path used) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (Path list : List.of(jdk.home().resolve("lib/classlist"), used)) {
      if (Files.exists(list)) {
        Files.readAllLines(list).stream()
            .filter(line -> !line.startsWith("@") && !line.startsWith("#"))
            .map(line -> line.split(" ", 2)[0])
            .filter(name -> !name.matches("dev/stockade/.*|.*/StockadeGate"))
            .forEach(names::add);
      }
    }
    return names;
  }

  private boolean java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(VERIFIED);
    command.addAll(Keys.trustOptions());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("dump.log").toFile()))
            .start()
            .waitFor()
        == 0;
  }
}
