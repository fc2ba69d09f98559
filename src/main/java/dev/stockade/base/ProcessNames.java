package dev.stockade.base;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** Number and name by which this process is known: its id and its host's name. */
public final class ProcessNames {
  private ProcessNames() {}

  /**
   * As the kernel says it, else by ProcessHandle, on JDK 8 by the link /proc/self, else by the
   * management name.
   */
  public static long pid() {
    // ProcessHandle makes a pool of threads and thirty classes for it.
    long known = lastNumber(line("/proc/self/status", "NSpid:"));
    return known > 0 ? known : pidOfJdk();
  }

  /**
   * Of the numbers that a process has in its namespaces, from the one of /proc to its own, the last
   * (proc_pid_status(5), NSpid).
   */
  static long lastNumber(String line) {
    String number = line == null ? "" : line.substring(line.lastIndexOf('\t') + 1).trim();
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  static long pidOfJdk() {
    try {
      Class<?> handle = Class.forName("java.lang.ProcessHandle");
      Object current = handle.getMethod("current").invoke(null);
      return (Long) handle.getMethod("pid").invoke(current);
    } catch (ReflectiveOperationException e) {
      return pidBefore9();
    }
  }

  /** As the environment, the kernel or finally the resolver calls it; null where unknown. */
  public static String host() {
    String name = System.getenv("HOSTNAME");
    if (name == null || name.isEmpty()) {
      name = line("/proc/sys/kernel/hostname", "");
    }
    if (name != null && !name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return null;
    }
  }

  static long pidBefore9() {
    try {
      return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
    } catch (IOException | NumberFormatException e) {
      String name = ManagementFactory.getRuntimeMXBean().getName();
      return Long.parseLong(name.substring(0, name.indexOf('@')));
    }
  }

  /** The first whole line that begins so, without space at its ends; null without one. */
  private static String line(String path, String begin) {
    byte[] bytes = new byte[8192];
    try (InputStream in = new FileInputStream(path)) {
      int length = Math.max(0, in.read(bytes));
      String text = '\n' + new String(bytes, 0, length, StandardCharsets.UTF_8);
      int start = text.indexOf('\n' + begin) + 1;
      int end = text.indexOf('\n', start);
      return start == 0 || end < 0 ? null : text.substring(start, end).trim();
    } catch (IOException e) {
      return null;
    }
  }
}
