package dev.stockade.engine.files;

import dev.stockade.engine.hooks.InstalledHooks;
import java.io.File;
import java.util.Objects;

/** The file that switches all hooks off while it is there. The policy may name another one. */
public final class KillFile {
  private final InstalledHooks hooks;
  private volatile File file;

  /** The one by which hooks are off; null while they are on. */
  private volatile File killedBy;

  private boolean isMissed;

  public KillFile(InstalledHooks hooks) {
    this.hooks = hooks;
  }

  /**
   * Names it.
   *
   * @param path null for none
   * @return whether it is another one than before
   */
  public boolean arm(String path) {
    File next = path == null ? null : new File(path);
    if (Objects.equals(file, next)) {
      return false;
    }
    file = next;
    return true;
  }

  /** Its path; null for none. */
  public String path() {
    File armed = file;
    return armed == null ? null : armed.getPath();
  }

  /** Where it lies; null for none. */
  public File folder() {
    File armed = file;
    return armed == null ? null : armed.getAbsoluteFile().getParentFile();
  }

  /** The path of the one by which hooks are off; null while they are on. */
  public String killedBy() {
    File by = killedBy;
    return by == null ? null : by.getPath();
  }

  /** Whether another look is due soon. */
  public boolean isMissed() {
    return isMissed;
  }

  /**
   * Switches hooks off or on. On only at the second look that does not find it: a mount that
   * hiccups must not bring back what was switched off in need.
   *
   * @return what was done, in words; null for nothing
   */
  public String look() {
    File armed = file;
    File by = killedBy;
    boolean isThere = armed != null && armed.exists();
    if (isThere == (by != null)) {
      isMissed = false;
      killedBy = isThere ? armed : null;
      return null;
    }
    if (isThere) {
      hooks.pause();
      killedBy = armed;
      return "there is the kill file " + armed + ": hooks are off";
    }
    if (by.equals(armed) && !isMissed) {
      isMissed = true;
      return null;
    }
    isMissed = false;
    killedBy = null;
    hooks.resume();
    String why = by.equals(armed) ? " is gone" : " counts no more";
    return "the kill file " + by + why + ": hooks are on";
  }
}
