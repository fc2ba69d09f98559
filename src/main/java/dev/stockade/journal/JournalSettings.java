package dev.stockade.journal;

import dev.stockade.policy.rule.Verdict;
import java.util.function.Supplier;

/**
 * What the journal is told once, at its making: the options {@code journal*} and {@code summary},
 * the names that every record carries, and the two calls back into the engine.
 */
public final class JournalSettings {
  private final Builder values;

  private final OutputWatch watch = new OutputWatch();
  private volatile Chore chore;
  private final long made = System.currentTimeMillis();

  private JournalSettings(Builder values) {
    this.values = values;
  }

  void employ(Chore chore) {
    this.chore = chore;
  }

  /** Made by the writer thread, once; null for none. */
  Patrol patrol() {
    return values.patrol == null ? null : values.patrol.get();
  }

  /** What the writer thread is just writing to. */
  OutputWatch watch() {
    return watch;
  }

  /** When the engine that has this journal started, in milliseconds since the epoch. */
  long made() {
    return made;
  }

  String mode() {
    return values.mode;
  }

  String target() {
    return values.target;
  }

  long maxSize() {
    return values.maxSize;
  }

  int keep() {
    return values.keep;
  }

  boolean chain() {
    return values.chain;
  }

  boolean summary() {
    return values.summary;
  }

  String service() {
    return values.service;
  }

  String instance() {
    return values.instance;
  }

  String profile() {
    return values.profile;
  }

  String version() {
    return values.version;
  }

  /** A line for a person, by the writer thread. */
  void log(Verdict level, String line) {
    OutputWatch.Call before = watch.begin(OutputWatch.STDERR);
    try {
      notice(level, line);
    } finally {
      watch.end(before);
    }
  }

  /**
   * A line for a person, by another thread than the writer's; a failing log is no reason to stop
   * writing evidence. Who watches from outside gets it first, as stderr may hang.
   */
  void notice(Verdict level, String line) {
    try {
      Chore watcher = chore;
      if (watcher != null) {
        watcher.told(line);
      }
      if (values.log != null) {
        values.log.log(level, line);
      }
    } catch (RuntimeException e) {
      // the place to complain is the one that fails
    }
  }

  long internalErrors() {
    try {
      return values.errors == null ? 0 : values.errors.internalErrors();
    } catch (RuntimeException e) {
      return 0;
    }
  }

  /** Collects the values; not to be used after {@link #build()}. */
  public static final class Builder {
    private final String mode;
    private String target = "none";
    private long maxSize = 64L << 20;
    private int keep = 4;
    private boolean chain;
    private boolean summary = true;
    private String service;
    private String instance;
    private String profile;
    private String version;
    private LogLine log;
    private ErrorCount errors;
    private Supplier<Patrol> patrol;

    public Builder(String mode) {
      this.mode = mode;
    }

    /** A file's path, in which {@code %p} is the process id, or {@code stderr} or {@code none}. */
    public Builder target(String target) {
      this.target = target;
      return this;
    }

    /**
     * When a file is put aside, and how much is kept.
     *
     * @param maxSize bytes after which a file is put aside; 0 for never
     * @param keep files that may exist in all
     */
    public Builder rotation(long maxSize, int keep) {
      this.maxSize = maxSize;
      this.keep = keep;
      return this;
    }

    /** Whether each line of a file names the hash of the one before. */
    public Builder chain(boolean chain) {
      this.chain = chain;
      return this;
    }

    public Builder summary(boolean summary) {
      this.summary = summary;
      return this;
    }

    /** Names for records; a null instance is the host's name, found on the writer thread. */
    public Builder names(String service, String instance) {
      this.service = service;
      this.instance = instance;
      return this;
    }

    /** The name of the profile in force. */
    public Builder profile(String profile) {
      this.profile = profile;
      return this;
    }

    /** Stockade's own version. */
    public Builder version(String version) {
      this.version = version;
      return this;
    }

    public Builder log(LogLine log) {
      this.log = log;
      return this;
    }

    public Builder errors(ErrorCount errors) {
      this.errors = errors;
      return this;
    }

    /** What makes the patrol when the first record is about to be written. */
    public Builder patrol(Supplier<Patrol> patrol) {
      this.patrol = patrol;
      return this;
    }

    public JournalSettings build() {
      return new JournalSettings(this);
    }
  }
}
