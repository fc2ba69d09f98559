package dev.stockade.journal.report;

import dev.stockade.base.TerminalText;
import dev.stockade.journal.AnswerCounts;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalCounters;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.SinkContext;
import dev.stockade.journal.SummaryTotals;
import dev.stockade.policy.Policy;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sentences around the summary's table. */
final class SummaryText {
  private static final int MAX_PLACES = 10;
  private static final int PLACE_WIDTH = 200;

  private SummaryText() {}

  /** Who speaks and what was seen, then where the evidence is, its path in full. */
  static void heading(
      StringBuilder out, SinkContext context, String mode, String profile, SummaryTotals totals) {
    JournalSettings settings = context.settings();
    JournalCounters counters = context.counters();
    StringBuilder who = new StringBuilder("stockade");
    if (settings.version() != null) {
      who.append(' ').append(settings.version());
    }
    who.append(": ").append(mode);
    if (profile != null) {
      who.append(", profile ").append(profile);
    }
    String what = counts(totals, counters);
    boolean fits = who.length() + 2 + what.length() <= SummaryTable.WIDTH;
    who.append(fits ? ": " : ":");
    out.append(
        TerminalText.cut(
            TerminalText.text(who.toString()), SummaryTable.WIDTH - (fits ? what.length() : 0)));
    out.append(fits ? "" : "\n  ").append(what).append('\n');
    if (settings.isToFile()) {
      out.append("journal: ").append(TerminalText.text(Journal.path(settings.target())));
      out.append(counters.written().get() > 0 ? "\n" : " (could not be written)\n");
    }
  }

  private static String counts(SummaryTotals totals, JournalCounters counters) {
    StringBuilder line = new StringBuilder();
    counted(line, totals.handshakes(), "handshake", "s");
    if (totals.requests() > 0) {
      counted(line.append(", "), totals.requests(), "AWS request", "s");
    }
    counted(line.append(", "), totals.violations(), "violation", "s");
    if (totals.blocked() > 0) {
      counted(line.append(", "), totals.blocked(), "blocked", "");
    }
    if (totals.failed() > 0) {
      counted(line.append(", "), totals.failed(), "failed", "");
    }
    if (counters.droppedInAll() > 0) {
      counted(line.append(", "), counters.droppedInAll(), "dropped", "");
    }
    return line.toString();
  }

  /** From where in the program the worst rows come. */
  static void places(StringBuilder out, List<SummaryRow> worstFirst) {
    Set<String> lines = new LinkedHashSet<>();
    for (SummaryRow row : worstFirst) {
      if (row.place != null && row.rank == SummaryRow.VIOLATION && lines.size() < MAX_PLACES) {
        lines.add(row.cells()[1] + " called in " + TerminalText.text(row.place));
      }
    }
    for (String line : lines) {
      out.append(TerminalText.cut(line, PLACE_WIDTH)).append('\n');
    }
  }

  /** How many handshakes were older than the profile recommends; nothing where none was. */
  static void belowRecommended(StringBuilder out, JournalCounters counters, Policy policy) {
    long count = counters.belowRecommended();
    String recommended = policy == null ? null : policy.tlsProfile().recommended();
    if (count > 0 && recommended != null) {
      counted(out, count, "handshake", "s");
      out.append(" below ").append(recommended).append(", which the profile recommends\n");
    }
  }

  /** How AWS answered; nothing where it did not. */
  static void answers(StringBuilder out, AnswerCounts answers) {
    Map<String, Long> all = answers == null ? Collections.emptyMap() : answers.byVerdict();
    StringBuilder line = new StringBuilder();
    for (Map.Entry<String, Long> one : all.entrySet()) {
      line.append(line.length() == 0 ? "AWS answered: " : ", ").append(one.getValue()).append(' ');
      line.append(one.getKey().replace('.', ' '));
    }
    if (line.length() > 0) {
      out.append(TerminalText.cut(line.toString(), PLACE_WIDTH)).append('\n');
    }
    if (answers != null && answers.disagreed() > 0) {
      out.append("AWS accepted ")
          .append(answers.disagreed())
          .append(" that Stockade found wrong\n");
    }
  }

  /** The way from a violation to its end. */
  static void advice(StringBuilder out, JournalSettings settings, SummaryRow worst) {
    if (!settings.hasRecords()) {
      out.append("run with journal=FILE for the evidence\n");
    }
    if (!worst.rules.isEmpty()) {
      out.append("java -jar stockade.jar explain ").append(worst.firstRule());
      out.append(" tells how to fix it\n");
    }
  }

  private static void counted(StringBuilder out, long count, String noun, String plural) {
    out.append(count).append(' ').append(noun).append(count == 1 ? "" : plural);
  }
}
