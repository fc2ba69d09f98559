package dev.stockade.cli.report;

import dev.stockade.base.IsoTime;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.CertificateFacts;
import java.util.Locale;
import java.util.Map;

/** What was used, of AWS and of TLS. */
final class UseSections {
  private final Gathering gathered;
  private final int maxRows;
  private final long now;

  UseSections(Gathering gathered, int maxRows, long now) {
    this.gathered = gathered;
    this.maxRows = maxRows;
    this.now = now;
  }

  Section aws() {
    AwsCalls aws = gathered.aws;
    Section section = new Section("aws", "AWS calls");
    if (gathered.seen.requests() == 0 && aws.unseen.isEmpty()) {
      return section.say("No request to AWS was seen.");
    }
    section.say(
        gathered.seen.requests()
            + " requests: "
            + aws.rules.of(Rule.AWS_UNSIGNED.id())
            + " unsigned, "
            + aws.rules.of(Rule.AWS_CLEARTEXT.id())
            + " without TLS, "
            + aws.rules.of(Rule.AWS_CREDENTIALS_LONG_TERM.id())
            + " with a long-term key, "
            + aws.unseen.total()
            + " answers to what no watched client sent.");
    Table calls =
        section.table(
            "calls",
            9,
            "service",
            "region",
            "credential",
            "signature",
            "client",
            "verdict",
            "count",
            "firstSeen",
            "lastSeen");
    for (AwsCalls.Call call : aws.all()) {
      String[] its = call.names;
      if (calls.rows.size() < maxRows) {
        calls.row(
            its[0],
            its[1],
            its[2],
            its[3],
            its[4],
            call.verdict.label(),
            call.count(),
            call.firstTime(),
            call.lastTime());
      }
    }
    fold(calls, aws.all().size());
    if (aws.further() > 0) {
      section.say(aws.further() + " more requests were of kinds beyond " + AwsCalls.MAX + ".");
    }
    tally(section, "answers", "signatureAndAnswer", aws.answers.byCount());
    tally(section, "errors", "errorCode", aws.errors.byCount());
    tally(section, "unseenSenders", "sender", aws.unseen.byCount());
    return section;
  }

  Section inUse() {
    InUse use = gathered.inUse;
    Section section = new Section("use", "What is in use");
    if (use.versions.isEmpty()) {
      return section.say("No handshake came to an agreement.");
    }
    long known = use.groups.total();
    long pq = use.postQuantum();
    section.say(
        pq
            + " of "
            + known
            + " key exchanges whose group is known are post-quantum ("
            + percent(pq, known)
            + ").");
    tally(section, "versions", "version", use.versions.byCount());
    tally(section, "suites", "suite", use.suites.byCount());
    tally(section, "groups", "group", use.groups.byCount());
    Timeline timeline = use.timeline;
    String[] columns = new String[timeline.names().size() + 1];
    columns[0] = "from";
    for (int i = 1; i < columns.length; i++) {
      columns[i] = timeline.names().get(i - 1);
    }
    Table table = section.table("timeline", 0, columns);
    for (int step = 0; step < timeline.size(); step++) {
      Object[] row = new Object[columns.length];
      row[0] = IsoTime.of(timeline.start() + step * timeline.step());
      for (int i = 1; i < columns.length; i++) {
        row[i] = timeline.count(step, columns[i]);
      }
      table.row(row);
    }
    return section;
  }

  Section certificates() {
    Section section = new Section("certificates", "Certificates");
    Table table =
        section.table(
            "certificates",
            8,
            "subject",
            "notAfter",
            "state",
            "key",
            "signature",
            "role",
            "destination",
            "service",
            "issuer",
            "count");
    String today = IsoTime.of(now);
    String soon = IsoTime.of(now + CertificateFacts.NOTICE_MILLIS);
    int ended = 0;
    int ending = 0;
    for (Certificates.Certificate one : gathered.certificates.all()) {
      boolean isKnown = !one.notAfter.isEmpty();
      boolean isEnded = isKnown && one.notAfter.compareTo(today) < 0;
      boolean isEnding = isKnown && !isEnded && one.notAfter.compareTo(soon) < 0;
      ended += isEnded ? 1 : 0;
      ending += isEnding ? 1 : 0;
      if (table.rows.size() < maxRows) {
        table.row(
            one.subject,
            one.notAfter,
            isEnded ? "ended" : isEnding ? "ends soon" : "valid",
            one.key,
            one.signature,
            one.role,
            one.destination,
            one.service,
            one.issuer,
            one.count());
      }
    }
    fold(table, gathered.certificates.all().size());
    section.say(
        gathered.certificates.all().size()
            + " seen: "
            + ended
            + " have ended, "
            + ending
            + " end within 30 days. Weak keys and signatures are findings above.");
    return section;
  }

  static void tally(Section section, String name, String column, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      Table table = section.table(name, 2, column, "count");
      counts.forEach(table::row);
    }
  }

  static void fold(Table table, int all) {
    if (table.rows.size() < all) {
      table.folded = all - table.rows.size() + " more are folded: --format json has them all";
    }
  }

  static String percent(long part, long all) {
    return all == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
