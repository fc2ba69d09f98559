package dev.stockade.engine.files;

import dev.stockade.policy.file.PolicyFile;
import dev.stockade.policy.file.Problem;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The policy file as it was read last, and whether it is another one by now. Never half of one: it
 * is read when it has stood still.
 */
public final class PolicyOnDisk {
  /** What a start may wait for a file that is just being written. */
  private static final long START_MILLIS = 750;

  /** As long as times of files are compared with care: some are whole seconds. */
  private static final long YOUNG_MILLIS = 3_000;

  private static final int MAX_TOLD = 20;

  private final String path;
  private final File file;
  private final Standstill standstill = new Standstill();
  private FileSnapshot taken;
  private long takenAt;

  /** The one of the start was not to be trusted. */
  private boolean isUntaken;

  private long lengthInForce;
  private volatile PolicyFile good;
  private volatile byte[] text;
  private volatile String error;
  private volatile String waits;
  private volatile List<String> refused = Collections.emptyList();

  public PolicyOnDisk(String path) {
    this.path = path;
    this.file = new File(path);
  }

  public String path() {
    return path;
  }

  public File file() {
    return file;
  }

  /** The last one without errors; null when there was none. */
  public PolicyFile good() {
    return good;
  }

  /** The bytes of {@link #good}; null when there is none. */
  public byte[] text() {
    return text;
  }

  /**
   * Starts from what an earlier engine read last; any other file on the disk counts as a change.
   */
  public void begin(byte[] inForce) {
    PolicyFile before =
        inForce == null ? null : PolicyFile.parse(path, inForce, System.currentTimeMillis());
    if (before != null && before.isUsable()) {
      good = before;
      text = inForce;
      lengthInForce = inForce.length;
    }
  }

  /** Why the file as it is now is not in force; null when it is. */
  public String error() {
    return error;
  }

  /** Why a change is not taken yet; null when nothing waits. */
  public String waits() {
    return waits;
  }

  /** All that {@code policy lint} says of a file that is not in force; of very much the first. */
  public List<String> refused() {
    return refused;
  }

  /** Whether another look is due soon. */
  public boolean isPending() {
    return standstill.isPending();
  }

  /** Whether the file was there when it was read last. */
  public boolean exists() {
    return taken.exists();
  }

  /** Reads it at a start, which waits only for a file that was written a moment ago. */
  public void read() {
    FileSnapshot now = FileSnapshot.of(file);
    long end = millis() + START_MILLIS;
    boolean stands = !isFresh(now);
    while (!stands && millis() < end && pause()) {
      FileSnapshot next = FileSnapshot.of(file);
      stands = next.isSame(now);
      now = next;
    }
    if (stands) {
      take(now);
    } else {
      taken = now;
      isUntaken = true;
      error = "policy file " + path + " is being written";
    }
  }

  /**
   * Checks whether it changed and has stood still.
   *
   * @return whether it was read again; {@link #good} and {@link #error} have the result
   */
  public boolean look() {
    long now = millis();
    boolean isYoung = now - takenAt < YOUNG_MILLIS;
    if (!standstill.isPending() && !isYoung && !isUntaken && !taken.differs(file)) {
      return false;
    }
    FileSnapshot next = FileSnapshot.of(file);
    if (!isUntaken && (next.isSame(taken) || (error == null && next.holdsTheSame(taken)))) {
      taken = next;
      settle();
      return false;
    }
    if (!standstill.isOver(taken, lengthInForce, next, now)) {
      waits = standstill.isDistrusted(taken, lengthInForce, now) ? distrust(next) : null;
      return false;
    }
    settle();
    return take(next);
  }

  private void settle() {
    standstill.reset();
    waits = null;
  }

  private String distrust(FileSnapshot next) {
    return "the policy file "
        + path
        + " is shorter than the one in force ("
        + next.length()
        + " instead of "
        + lengthInForce
        + " bytes), it may be only half written: it is taken when it stays so for "
        + Standstill.SHORTER_MILLIS / 1_000
        + " seconds; replace the file by a rename";
  }

  private boolean take(FileSnapshot next) {
    taken = next;
    takenAt = millis();
    isUntaken = false;
    refused = Collections.emptyList();
    if (next.bytes() == null) {
      error = "policy file " + path + " cannot be read: " + next.problem();
      return true;
    }
    if (next.isEmpty()) {
      error = "policy file " + path + " is empty, write 'mode: audit' to have nothing enforced";
      return true;
    }
    PolicyFile parsed = PolicyFile.parse(path, next.bytes(), System.currentTimeMillis());
    error = firstError(parsed);
    if (error == null) {
      good = parsed;
      text = next.bytes();
      lengthInForce = next.length();
    } else {
      refused = sentences(parsed);
    }
    return true;
  }

  private static List<String> sentences(PolicyFile file) {
    List<String> all = new ArrayList<String>();
    for (Problem problem : file.problems()) {
      if (all.size() < MAX_TOLD) {
        all.add(problem.toString());
      }
    }
    return all;
  }

  private static String firstError(PolicyFile file) {
    int errors = 0;
    String first = null;
    for (Problem problem : file.problems()) {
      if (problem.isError()) {
        errors++;
        first = first == null ? problem.toString() : first;
      }
    }
    return errors > 1 ? first + " (and " + (errors - 1) + " more)" : first;
  }

  /** Some file systems, and JDK 8, only know whole seconds. */
  private static boolean isFresh(FileSnapshot file) {
    long grain = file.modified() % 1_000 == 0 ? 1_000 : 0;
    long age = System.currentTimeMillis() - file.modified();
    return age > -Standstill.MILLIS && age < Standstill.MILLIS + grain;
  }

  private static boolean pause() {
    try {
      Thread.sleep(Standstill.MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }
}
