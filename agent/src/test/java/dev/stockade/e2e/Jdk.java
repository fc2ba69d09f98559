package dev.stockade.e2e;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JDK of the test matrix: those in the folder {@code $JDKS}, and the one that runs the tests. */
record Jdk(int feature, Path home) {
  private static final int[] MATRIX = {8, 11, 17, 21, 25, 27};

  /** Every release of the matrix; one that is absent aborts the test that asks for its command. */
  static List<Jdk> matrix() {
    String folder = System.getenv().getOrDefault("JDKS", "/opt/jdks");
    List<Jdk> all = new ArrayList<>();
    for (int feature : MATRIX) {
      all.add(
          feature == Runtime.version().feature()
              ? running()
              : new Jdk(feature, Path.of(folder, String.valueOf(feature))));
    }
    if (all.stream().noneMatch(jdk -> jdk.feature == Runtime.version().feature())) {
      all.add(running());
    }
    return all;
  }

  /**
   * Where many cases are tried on all releases, for the case of that number: every other release,
   * and the others for the next case. All of them with {@code -Dmatrix=all}.
   */
  static List<Jdk> matrix(int number) {
    List<Jdk> all = matrix();
    if (System.getProperty("matrix", "").equals("all")) {
      return all;
    }
    List<Jdk> its = new ArrayList<>();
    for (int i = number % 2; i < all.size(); i += 2) {
      its.add(all.get(i));
    }
    return its;
  }

  static Jdk running() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  String java() {
    Path java = home.resolve("bin/java");
    if (!Files.isExecutable(java)) {
      abort("no JDK " + feature + " at " + home + " (set JDKS, or run .ci/jdks)");
    }
    return java.toString();
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
