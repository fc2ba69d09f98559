package dev.stockade.cli.jvm;

import dev.stockade.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** The JVMs of this machine: finds them, and connects to them when nothing is in the way. */
public final class Targets {
  private final Path proc;
  private final String jar;
  private final boolean linux;
  private final ProcessFacts self;
  private AttachApi api;

  /**
   * @param jar path of stockade.jar
   */
  Targets(Path proc, String jar) {
    this.proc = proc;
    this.jar = jar;
    self = ProcessFacts.of(proc, "self");
    linux = self != null;
  }

  /** Process ids of all JVMs that can be recognized as one, in order, without this one. */
  public List<Long> list() {
    TreeSet<Long> found = new TreeSet<>();
    if (linux) {
      String[] names = proc.toFile().list();
      for (String name : names == null ? new String[0] : names) {
        if (name.matches("[0-9]+") && isJvm(ProcessFacts.of(proc, name))) {
          found.add(Long.valueOf(name));
        }
      }
      found.remove(ownPid());
    } else {
      found.addAll(api().list());
    }
    return new ArrayList<>(found);
  }

  private static boolean isJvm(ProcessFacts process) {
    if (process == null || process.isDead()) {
      return false;
    }
    return AttachObstacles.isJvm(process);
  }

  private Long ownPid() {
    try {
      return Long.valueOf(Files.readSymbolicLink(proc.resolve("self")).toString());
    } catch (IOException | RuntimeException e) {
      return -1L;
    }
  }

  /** Whether the process is of the user who runs this. */
  public boolean isOwn(long pid) {
    ProcessFacts process = facts(pid);
    return !linux || (process != null && process.user() == self.user());
  }

  /** Null where there is no /proc, or no such process. */
  public ProcessFacts facts(long pid) {
    return linux ? ProcessFacts.of(proc, String.valueOf(pid)) : null;
  }

  /** What the process was started with, as far as it can be seen from outside. */
  public JvmArguments arguments(long pid) {
    ProcessFacts process = facts(pid);
    return new JvmArguments(
        process == null ? Collections.<String>emptyList() : process.commandLine());
  }

  /** The files of a process, as it sees them. */
  public TargetFiles files(long pid) {
    return new TargetFiles(facts(pid), self);
  }

  /** Why the process must not be attached to; null when nothing is in the way. */
  public String obstacle(long pid) {
    if (linux && Long.valueOf(pid).equals(ownPid())) {
      return "is this command itself";
    }
    return linux ? AttachObstacles.of(facts(pid), self, jar) : null;
  }

  /**
   * Connects the attach API.
   *
   * @throws CommandFailure a sentence with the way out
   */
  public Jvm open(long pid) {
    String obstacle = obstacle(pid);
    if (obstacle != null) {
      throw CommandFailure.failed(
          (obstacle.contains("JVM:") || obstacle.contains("exist:") ? "process " : "JVM ")
              + pid
              + " "
              + obstacle);
    }
    return api().attach(pid);
  }

  private AttachApi api() {
    if (api == null) {
      api = AttachApi.ofThisRuntime();
    }
    return api;
  }

  /**
   * The jar's path as the JVM sees it.
   *
   * @throws CommandFailure when it cannot see this very jar
   */
  public String jarFor(long pid) {
    return AgentJar.pathFor(pid, jar, facts(pid), self);
  }
}
