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

  /** From JDK 9 on by ProcessHandle, on 8 by the link /proc/self, else by the management name. */
  public static long pid() {
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
      name = firstLine("/proc/sys/kernel/hostname");
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

  private static String firstLine(String path) {
    byte[] bytes = new byte[256];
    try (InputStream in = new FileInputStream(path)) {
      int length = Math.max(0, in.read(bytes));
      String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      return (end < 0 ? text : text.substring(0, end)).trim();
    } catch (IOException e) {
      return null;
    }
  }
}
