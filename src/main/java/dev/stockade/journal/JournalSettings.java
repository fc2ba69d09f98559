package dev.stockade.journal;

/**
 * The options {@code journal*} and {@code summary}, and the names that every record carries.
 * Immutable: each setter makes another one.
 */
public final class JournalSettings implements Cloneable {
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

  /**
   * @param mode as the engine starts
   */
  public JournalSettings(String mode) {
    this.mode = mode;
  }

  /** A file's path, in which {@code %p} is the process id, or {@code stderr} or {@code none}. */
  public JournalSettings target(String target) {
    JournalSettings next = copy();
    next.target = target == null ? "none" : target;
    return next;
  }

  /**
   * When a file is put aside, and how much is kept.
   *
   * @param maxSize bytes after which a file is put aside; 0 for never
   * @param keep files that may exist in all
   */
  public JournalSettings rotation(long maxSize, int keep) {
    JournalSettings next = copy();
    next.maxSize = maxSize;
    next.keep = keep;
    return next;
  }

  /** Whether each line of a file names the hash of the one before. */
  public JournalSettings chain(boolean chain) {
    JournalSettings next = copy();
    next.chain = chain;
    return next;
  }

  /** Whether the summary is printed at exit. */
  public JournalSettings summary(boolean summary) {
    JournalSettings next = copy();
    next.summary = summary;
    return next;
  }

  /** Names for records; a null instance is the host's name, found on the writer thread. */
  public JournalSettings names(String service, String instance) {
    JournalSettings next = copy();
    next.service = service;
    next.instance = instance;
    return next;
  }

  /** The name of the profile in force at the start. */
  public JournalSettings profile(String profile) {
    JournalSettings next = copy();
    next.profile = profile;
    return next;
  }

  /** Stockade's own version. */
  public JournalSettings version(String version) {
    JournalSettings next = copy();
    next.version = version;
    return next;
  }

  public String mode() {
    return mode;
  }

  public String target() {
    return target;
  }

  public boolean hasRecords() {
    return !target.equals("none");
  }

  public boolean isToStderr() {
    return target.equals("stderr");
  }

  public boolean isToFile() {
    return hasRecords() && !isToStderr();
  }

  public long maxSize() {
    return maxSize;
  }

  public int keep() {
    return keep;
  }

  public boolean chain() {
    return chain;
  }

  public boolean summary() {
    return summary;
  }

  public String service() {
    return service;
  }

  public String instance() {
    return instance;
  }

  public String profile() {
    return profile;
  }

  public String version() {
    return version;
  }

  private JournalSettings copy() {
    try {
      return (JournalSettings) clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
