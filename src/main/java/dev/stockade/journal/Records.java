package dev.stockade.journal;

import dev.stockade.base.Clock;
import dev.stockade.base.IsoTime;
import dev.stockade.base.Json;
import dev.stockade.base.Plain;
import dev.stockade.base.ProcessNames;
import dev.stockade.policy.rule.Verdict;
import java.nio.charset.StandardCharsets;

/**
 * Gives records their number and the names of the process, and hands them out line by line. Keeps
 * the book of losses: before the next record goes out, the start and what was lost have been told.
 */
final class Records {
  /**
   * Bytes of a record at most: of its facts {@link Facts#MOST_BYTES}, of what stands around them
   * far less.
   */
  static final int LONGEST = 8192;

  /** Characters of a name of this process. */
  private static final int LONGEST_NAME = 128;

  private final JournalSettings settings;
  private final Output output;

  /** The output's name. */
  private final String target;

  private final Tally tally;
  private final Clock clock;
  private final Stamp stamp;
  private String policy;
  private String process;
  private boolean started;
  private long toldRingFull;
  private long toldUnwritable;

  Records(JournalSettings settings, Stamp stamp, Output output, Tally tally, Clock clock) {
    this.settings = settings;
    this.stamp = stamp;
    this.output = output;
    String to = settings.target();
    this.target =
        OutputWatch.STDERR.equals(to) ? to : JournalFile.path(to == null ? "" : to).getPath();
    this.tally = tally;
    this.clock = clock;
  }

  /** Null when no journal is wanted. */
  static Records open(JournalSettings settings, Stamp stamp, Tally tally, Clock clock) {
    String target = settings.target();
    if (target == null || target.equals("none")) {
      return null;
    }
    Output output =
        target.equals("stderr") ? new StderrOutput() : new JournalFile(settings, tally, clock);
    return new Records(settings, stamp, output, tally, clock);
  }

  /**
   * @param facts members from {@code verdict} to {@code code}
   * @param extra members for the end
   * @param events how many are lost when this is not written
   * @return whether it was
   */
  boolean write(Kind kind, long time, String facts, String extra, long events) {
    boolean written = settle() && put(kind, time, facts, extra);
    if (!written) {
      tally.unwritable.addAndGet(events);
    }
    return written;
  }

  /** Writes what has to come first; false when that is impossible now. */
  boolean settle() {
    if (!started && !put(Kind.LIFECYCLE, settings.made(), reason("started"), runtime())) {
      return false;
    }
    started = true;
    long ringFull = tally.ringFull.get();
    if (ringFull > toldRingFull && !lost("the ring was full", ringFull - toldRingFull)) {
      return false;
    }
    toldRingFull = ringFull;
    long unwritable = tally.unwritable.get();
    if (unwritable > toldUnwritable
        && !lost("the journal could not be written", unwritable - toldUnwritable)) {
      return false;
    }
    toldUnwritable = unwritable;
    return true;
  }

  /** Whether there is nothing left to be told. */
  boolean isSettled() {
    return started
        && toldRingFull == tally.ringFull.get()
        && toldUnwritable == tally.unwritable.get();
  }

  void stopped(Totals totals) {
    Json counts = new Json().begin("counts").number("handshakes", totals.handshakes);
    counts.number("requests", totals.requests);
    counts.number("violations", totals.violations).number("blocked", totals.blocked);
    counts.number("failed", totals.failed).number("dropped", tally.dropped());
    counts.number("errors", settings.internalErrors()).end();
    if (settle()) {
      put(Kind.LIFECYCLE, clock.millis(), reason("stopped"), counts.members());
    }
  }

  void close() {
    output.close();
  }

  private boolean lost(String reason, long count) {
    String extra = new Json().number("count", count).members();
    return put(Kind.DROPPED, clock.millis(), reason(reason), extra);
  }

  private boolean put(Kind kind, long time, String facts, String extra) {
    OutputWatch.Call before = settings.watch().begin(target);
    try {
      return output.isReady() && write(kind, time, facts, extra);
    } finally {
      goesOn(settings.watch().end(before));
    }
  }

  private void goesOn(OutputWatch.Call wasStuck) {
    if (wasStuck != null) {
      String again = "the journal " + target + " goes on, after " + wasStuck.seconds();
      settings.log(Verdict.WARN, Plain.text(again + " seconds in which it took nothing"));
    }
  }

  private boolean write(Kind kind, long time, String facts, String extra) {
    Json json = new Json().text("time", IsoTime.of(time)).text("kind", kind.label());
    json.number("seq", tally.written.get() + 1).text("mode", stamp.mode());
    json.members(facts).members(policy()).members(process()).members(extra);
    String line = "{" + json.members() + "}\n";
    if (!output.write(line.getBytes(StandardCharsets.UTF_8))) {
      return false;
    }
    tally.written.incrementAndGet();
    return true;
  }

  /** The records that follow are written under another policy. */
  void policyChanged() {
    policy = null;
  }

  private String policy() {
    if (policy == null) {
      Json json = new Json().begin("policy").text("profile", stamp.profile());
      policy = json.text("digest", stamp.digest()).end().members();
    }
    return policy;
  }

  private String process() {
    if (process == null) {
      String instance = settings.instance();
      Json json = new Json(LONGEST_NAME).text("service", settings.service());
      json.text("instance", instance == null ? ProcessNames.host() : instance);
      process = json.number("pid", ProcessNames.pid()).members();
    }
    return process;
  }

  private String runtime() {
    Json json = new Json(LONGEST_NAME).begin("runtime").text("stockade", settings.version());
    json.text("java", System.getProperty("java.runtime.version"));
    return json.text("vendor", System.getProperty("java.vendor")).end().members();
  }

  private static String reason(String reason) {
    return new Json().text("reason", reason).members();
  }
}
