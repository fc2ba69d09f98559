package dev.stockade.cli.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts about a process, from {@code /proc/PID} (proc(5)). */
public final class ProcessFacts {
  static final Path PROC = Paths.get("/proc");

  private static final int SIGQUIT_MASK = 1 << 2;

  private final Path folder;
  private final Map<String, String> status;

  private ProcessFacts(Path folder, Map<String, String> status) {
    this.folder = folder;
    this.status = status;
  }

  /** Null when there is no such process. */
  static ProcessFacts of(Path proc, String pid) {
    Path folder = proc.resolve(pid);
    Map<String, String> status = new HashMap<>();
    for (String line : text(folder.resolve("status")).split("\n", 0)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        status.put(line.substring(0, colon), line.substring(colon + 1).trim());
      }
    }
    return status.isEmpty() ? null : new ProcessFacts(folder, status);
  }

  /** Effective user id; -1 when unknown. */
  long user() {
    return effective("Uid");
  }

  /** Effective group id; -1 when unknown. */
  long group() {
    return effective("Gid");
  }

  /** Real, effective, saved, file system. */
  private long effective(String name) {
    String[] ids = status.getOrDefault(name, "").split("\\s+", 0);
    return ids.length < 2 ? -1 : Long.parseLong(ids[1]);
  }

  /** For {@code sudo -u}: a name, or # and the id when the name is not known here. */
  String userName() {
    try {
      if (Long.parseLong(Files.getAttribute(folder, "unix:uid").toString()) == user()) {
        String name = Files.getOwner(folder).getName();
        return name.matches("[0-9]+") ? "#" + name : name;
      }
    } catch (IOException | RuntimeException e) {
      // The process has ended, or this is not Linux.
    }
    return "#" + user();
  }

  /** Stopped by a signal or by a debugger. */
  boolean isStopped() {
    String state = status.getOrDefault("State", "");
    return state.startsWith("T") || state.startsWith("t");
  }

  boolean isDead() {
    String state = status.getOrDefault("State", "");
    return state.startsWith("Z") || state.startsWith("X");
  }

  /** A JVM that does not would be killed by the signal that asks for its attach socket. */
  boolean catchesQuit() {
    String caught = status.get("SigCgt");
    return caught == null || (Long.parseUnsignedLong(caught, 16) & SIGQUIT_MASK) != 0;
  }

  /** The process id in its own container; the same as here when it is in none. */
  String innermostPid() {
    String[] pids = status.getOrDefault("NSpid", "").split("\\s+", 0);
    return pids[pids.length - 1];
  }

  boolean inPidNamespace() {
    return status.getOrDefault("NSpid", "").split("\\s+", 0).length > 1;
  }

  /** Such as {@code mnt:[4026531841]}; null when it may not be seen. */
  String mountNamespace() {
    try {
      return Files.readSymbolicLink(folder.resolve("ns/mnt")).toString();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Whether a path means the same file for both. */
  boolean hasRootOf(ProcessFacts other) {
    String here = other == null ? null : other.mountNamespace();
    return here == null
        || mountNamespace() == null
        || (here.equals(mountNamespace()) && root().equals(other.root()));
  }

  private String root() {
    try {
      return Files.readSymbolicLink(folder.resolve("root")).toString();
    } catch (IOException | RuntimeException e) {
      return "/";
    }
  }

  /** A variable of the environment that it was started with; null when there is none. */
  public String variable(String name) {
    for (String one : text(folder.resolve("environ")).split("\0", 0)) {
      if (one.startsWith(name + "=")) {
        return one.substring(name.length() + 1);
      }
    }
    return null;
  }

  /** A file as the process sees it. */
  Path inItsRoot(String path) {
    return folder.resolve("root").resolve(path.substring(1));
  }

  /** Null when its mappings may not be seen. */
  Boolean isJvm() {
    Path maps = folder.resolve("maps");
    String mapped = text(maps);
    return mapped.isEmpty() ? null : Boolean.valueOf(mapped.contains("/libjvm.so"));
  }

  /** The words of the command line; empty for a kernel thread. */
  public List<String> commandLine() {
    String words = text(folder.resolve("cmdline"));
    return words.isEmpty()
        ? Collections.emptyList()
        : new ArrayList<>(Arrays.asList(words.split("\0", 0)));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
