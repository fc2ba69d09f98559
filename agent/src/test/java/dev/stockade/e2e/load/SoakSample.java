package dev.stockade.e2e.load;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the program {@code Soak} held and did in one interval.
 *
 * @param seconds length of the interval
 * @param rounds of attach and detach since the beginning
 * @param engines in memory, of which one is installed
 * @param descriptors open ones, sockets among them
 * @param heap bytes after a full collection
 * @param metaspace bytes that hold something
 * @param kinds of calls, by name
 */
record SoakSample(
    double seconds,
    int rounds,
    long engines,
    int descriptors,
    long heap,
    long metaspace,
    int threads,
    Map<String, Kind> kinds) {

  /** Times in microseconds. */
  record Kind(long calls, long blocked, long failed, long p50, long p99, long max) {}

  static final List<String> TIMED = List.of("handshake", "https", "aws-sync", "aws-async");

  /** From the line that the program printed. */
  static SoakSample of(ChildJvm child, String line, double seconds, int rounds)
      throws IOException, InterruptedException {
    Map<String, String> words = new TreeMap<>();
    Map<String, Kind> kinds = new TreeMap<>();
    for (String word : line.substring("sample ".length()).split(" ", -1)) {
      String[] pair = word.split("=", 2);
      String[] n = pair[1].split(",", -1);
      if (n.length == 1) {
        words.put(pair[0], pair[1]);
      } else {
        kinds.put(
            pair[0],
            new Kind(
                Long.parseLong(n[0]),
                Long.parseLong(n[1]),
                Long.parseLong(n[2]),
                Long.parseLong(n[3]),
                Long.parseLong(n[4]),
                Long.parseLong(n[5])));
      }
    }
    return new SoakSample(
        seconds,
        rounds,
        Footprint.of(child).coreLoaders(),
        descriptors(child),
        Long.parseLong(words.get("heap")),
        Footprint.liveMetaspace(child),
        Integer.parseInt(words.get("threads")),
        kinds);
  }

  private static int descriptors(ChildJvm child) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(child.pid()), "fd"))) {
      return (int) open.count();
    }
  }

  long failed() {
    return kinds.values().stream().mapToLong(Kind::failed).sum();
  }

  long blocked() {
    return kinds.values().stream().mapToLong(Kind::blocked).sum();
  }

  /** The first two lines of a table of {@link #row}s. */
  static String head() {
    StringBuilder head =
        new StringBuilder(
            "| at | rounds | engines | heap MB | metaspace MB | threads | descriptors |");
    TIMED.forEach(kind -> head.append(' ').append(kind).append(" /s | p50, p99, max ms |"));
    head.append(" blocked | failed |\n");
    return head + "|" + "--:|".repeat(7 + 2 * TIMED.size() + 2);
  }

  /**
   * @param at the end of the interval, in seconds from the beginning
   */
  String row(double at) {
    StringBuilder row =
        new StringBuilder(
            "| %d:%02d | %d | %d | %.1f | %.1f | %d | %d |"
                .formatted(
                    (int) at / 60,
                    (int) at % 60,
                    rounds,
                    engines,
                    heap / 1e6,
                    metaspace / 1e6,
                    threads,
                    descriptors));
    for (String name : TIMED) {
      Kind kind = kinds.get(name);
      row.append(
          " %,.0f | %.2f, %.1f, %.0f |"
              .formatted(kind.calls / seconds, kind.p50 / 1e3, kind.p99 / 1e3, kind.max / 1e3));
    }
    return row.append(" %,d | %d |".formatted(blocked(), failed())).toString();
  }
}
