package dev.stockade.e2e.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JDK of the test matrix: those in the folder {@code $JDKS}, and the one that runs the tests. */
public record Jdk(int feature, Path home) {
  public static final List<Integer> RELEASES = releases();

  /** Releases, {@code all}, or nothing: the oldest, 17, the newest and the one that runs. */
  private static final String CHOSEN = System.getProperty("jdks", "");

  private static List<Integer> releases() {
    try (InputStream lines = Jdk.class.getResourceAsStream("/jdk-matrix.txt")) {
      return new String(lines.readAllBytes(), UTF_8).lines().map(Integer::valueOf).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every release of the matrix; one that is absent aborts the test that asks for its command. */
  public static List<Jdk> all() {
    return Stream.concat(RELEASES.stream(), Stream.of(Runtime.version().feature()))
        .distinct()
        .sorted()
        .map(Jdk::of)
        .toList();
  }

  /** Those that {@code -Djdks} chooses. */
  public static List<Jdk> matrix() {
    return chosen(all());
  }

  /**
   * Where many cases are tried: for the case of that number two of {@link #matrix}, for the next
   * case two others; all of them where {@code -Djdks} says which.
   */
  public static List<Jdk> matrix(int number) {
    List<Jdk> all = matrix();
    int absent = CHOSEN.isEmpty() ? number % all.size() : -1;
    return all.stream().filter(jdk -> all.indexOf(jdk) != absent).toList();
  }

  /**
   * For what depends on no engine and no client: of {@link #matrix} the oldest and the newest, as
   * most tests of one JDK run on 17.
   */
  public static List<Jdk> ends() {
    List<Jdk> all = matrix();
    return CHOSEN.isEmpty() ? List.of(all.get(0), all.get(all.size() - 1)) : all;
  }

  /** Whether this build tries each release wherever it can be tried. */
  static boolean areAllChosen() {
    return CHOSEN.equals("all");
  }

  /** As {@link #matrix}, where older releases lack what is tested. */
  public static List<Jdk> from(int oldest) {
    return chosen(all().stream().filter(jdk -> jdk.feature >= oldest).toList());
  }

  /** As {@link #matrix}, where newer releases lack what is tested. */
  public static List<Jdk> upTo(int newest) {
    return chosen(all().stream().filter(jdk -> jdk.feature <= newest).toList());
  }

  /** Of these; the first where none was chosen. */
  private static List<Jdk> chosen(List<Jdk> all) {
    if (areAllChosen()) {
      return all;
    }
    Set<Integer> releases =
        CHOSEN.isEmpty()
            ? Set.copyOf(
                List.of(
                    all.get(0).feature,
                    17,
                    all.get(all.size() - 1).feature,
                    Runtime.version().feature()))
            : Stream.of(CHOSEN.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
    if (!all().stream().map(Jdk::feature).toList().containsAll(releases)) {
      throw new IllegalArgumentException("-Djdks=" + CHOSEN + ": of " + all() + ", or all");
    }
    List<Jdk> chosen = all.stream().filter(jdk -> releases.contains(jdk.feature)).toList();
    return chosen.isEmpty() ? all.subList(0, 1) : chosen;
  }

  /** That release, whatever was chosen: for what is so on it alone. */
  public static Jdk of(int feature) {
    return feature == Runtime.version().feature()
        ? running()
        : new Jdk(
            feature,
            Path.of(System.getenv().getOrDefault("JDKS", "/opt/jdks"), String.valueOf(feature)));
  }

  public static Jdk running() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  public String java() {
    Path java = home.resolve("bin/java");
    if (!Files.isExecutable(java)) {
      abort("no JDK " + feature + " at " + home + " (see docs/contributing.md#jdks)");
    }
    return java.toString();
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
