package dev.stockade.e2e.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cells of docs/compatibility.md. A test reports a proof after the assertions that made it, so
 * a cell is green only when a test made it so.
 */
public final class Conformance {
  /** What was seen to work. */
  public enum Proof {
    /** In audit the connection is recorded, with version and suite, and nothing is changed. */
    AUDIT_SEEN,
    /** In enforce the weak connection is refused and the strong one passes. */
    ENFORCE_WORKS,
    /** The exception that the program catches holds our sentence. */
    ERROR_READABLE,
  }

  /** What was proven: {@code engine, client, JDK, proof}. */
  record Cell(String engine, String client, int jdk, Proof proof) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::engine)
            .thenComparing(Cell::client)
            .thenComparing(Cell::jdk)
            .thenComparing(Cell::proof);

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }

  private static final Path FILE = Path.of("target", "conformance.tsv");

  static {
    try {
      Files.deleteIfExists(FILE); // of an earlier build: the tests of one build share a JVM
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Conformance() {}

  /**
   * To be called when all assertions have passed.
   *
   * @param engine such as {@code Netty OpenSSL}
   * @param client what uses the engine, such as {@code SSLSocket, outbound}
   */
  public static synchronized void proven(Jdk jdk, String engine, String client, Proof... proofs) {
    List<String> lines = new ArrayList<>();
    for (Proof proof : proofs) {
      lines.add(String.join("\t", engine, client, String.valueOf(jdk.feature()), proof.name()));
    }
    try {
      Files.write(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What tests of this build have proven, on the releases of the matrix. */
  public static Set<Cell> cells() throws IOException {
    Set<Cell> cells = new TreeSet<>();
    if (Files.exists(FILE)) {
      for (String line : Files.readAllLines(FILE)) {
        String[] parts = line.split("\t", -1);
        int jdk = Integer.parseInt(parts[2]);
        if (Jdk.RELEASES.contains(jdk)) {
          cells.add(new Cell(parts[0], parts[1], jdk, Proof.valueOf(parts[3])));
        }
      }
    }
    return cells;
  }
}
