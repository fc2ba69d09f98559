package dev.stockade.e2e.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JVM holds after a full garbage collection. Not the JVM's own count of loaded classes: each
 * class that is retransformed counts there once more.
 *
 * @param coreLoaders instances of the loader that holds an engine
 * @param metaspace bytes
 * @param threads names of the Java threads, the JVM's own left out, sorted
 * @param files paths of the open files, sorted
 */
public record Footprint(
    long coreLoaders, long metaspace, List<String> threads, List<String> files) {
  private static final Pattern JAVA_THREAD = Pattern.compile("(?m)^\"([^\"]+)\" #");
  private static final Pattern JVM_THREAD =
      Pattern.compile(".*Compiler.*|Attach Listener|Signal Dispatcher|Service Thread|Finalizer");

  private static final Pattern TOTAL_METASPACE =
      Pattern.compile(
          "Both: [^\\n]*committed, +([\\d.]+) (\\w+) \\([^\\n]*used,[^\\n]*"
              + "deallocated: \\d+ blocks with ([\\d.]+) (\\w+)");

  public static Footprint of(ChildJvm child) throws IOException, InterruptedException {
    long pid = child.pid();
    jcmd(pid, "GC.run");
    String histogram = jcmd(pid, "GC.class_histogram");
    String counters = jcmd(pid, "PerfCounter.print");
    return new Footprint(
        number(histogram, "\\s(\\d+)\\s+\\d+\\s+dev\\.stockade\\.agent\\.CoreLoader"),
        number(counters, "sun\\.gc\\.metaspace\\.used=(\\d+)"),
        threads(jcmd(pid, "Thread.print")),
        files(pid));
  }

  /**
   * Bytes of metaspace that hold something, on JDK 17 and newer. What old versions of retransformed
   * classes took is free for others of the same loader, but still counts as used there.
   */
  public static long liveMetaspace(ChildJvm child) throws IOException, InterruptedException {
    String usage = jcmd(child.pid(), "VM.metaspace");
    Matcher total = TOTAL_METASPACE.matcher(usage);
    if (!total.find()) {
      throw new AssertionError("no total in " + usage);
    }
    return bytes(total.group(1), total.group(2)) - bytes(total.group(3), total.group(4));
  }

  /** Classes that the JVM made for lambdas and method references of a package; JDK 17 or newer. */
  public static long lambdas(ChildJvm child, String prefix)
      throws IOException, InterruptedException {
    return jcmd(child.pid(), "VM.class_hierarchy")
        .lines()
        .filter(line -> line.contains(prefix) && line.contains("$$Lambda"))
        .count();
  }

  private static long bytes(String number, String unit) {
    int power = List.of("bytes", "KB", "MB", "GB").indexOf(unit);
    return (long) (Double.parseDouble(number) * Math.pow(1024, power));
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return Command.run(Path.of("."), jcmd + " " + pid + " " + command);
  }

  /** Zero when it is not there. */
  private static long number(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static List<String> threads(String dump) {
    List<String> names = new ArrayList<>();
    for (Matcher thread = JAVA_THREAD.matcher(dump); thread.find(); ) {
      if (!JVM_THREAD.matcher(thread.group(1)).matches()) {
        names.add(thread.group(1));
      }
    }
    return names.stream().sorted().toList();
  }

  /** Sockets and pipes, which the program itself opens and closes all the time, are left out. */
  private static List<String> files(long pid) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      for (Path descriptor : descriptors.toList()) {
        try {
          files.add(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
          // Closed meanwhile.
        }
      }
    }
    return files.stream().filter(file -> file.startsWith("/")).sorted().toList();
  }
}
