package dev.stockade.journal.report;

import dev.stockade.base.TerminalText;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventSink;
import dev.stockade.journal.SinkContext;
import dev.stockade.policy.Peer;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.TlsFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as lines for a person: each distinct one at its first sight, then at its 10th, 100th,
 * 1000th. A finding is distinct when its line is; there is room for a bounded number of them, and
 * for a tenth of that about one peer, so that one which fails differently each time cannot silence
 * all.
 */
public final class FindingLogSink implements EventSink {
  static final int LIMIT = 1000;
  static final int OF_ONE_PEER = 100;
  private static final int WIDTH = 500;
  private static final int CODE_WIDTH = 150;

  private final SinkContext context;
  private final Map<String, Sights> sights = new HashMap<String, Sights>();

  /** How many of them are about each subject; there are no more subjects than lines. */
  private final Map<String, Integer> bySubject = new HashMap<String, Integer>();

  private boolean full;

  public FindingLogSink(SinkContext context) {
    this.context = context;
  }

  @Override
  public void take(Event event) {
    again(event, 1, event.time(), event.time());
  }

  @Override
  public void again(Event event, long count, long first, long last) {
    Verdict verdict = event.verdict();
    boolean isMute = event.kind().isAnswer() && event.reason() == null;
    if (verdict == null || verdict == Verdict.PASS || isMute) {
      return;
    }
    String line = line(event);
    Sights seen = sights.get(line);
    if (seen != null) {
      seeAgain(event, verdict, line, seen, count);
    } else if (sights.size() < LIMIT) {
      seeFirst(event, verdict, line);
      seen = sights.get(line);
      if (seen != null) {
        seeAgain(event, verdict, line, seen, count - 1);
      }
    } else if (!full) {
      full = true;
      context.log(
          Verdict.WARN, "more than " + LIMIT + " distinct findings: new ones are logged no more");
    }
  }

  @Override
  public void close() {}

  private void seeAgain(Event event, Verdict verdict, String line, Sights seen, long count) {
    seen.count += count;
    for (; seen.count >= seen.milestone; seen.milestone *= 10) {
      context.log(verdict, line + code(event) + " (seen " + seen.milestone + " times)");
    }
  }

  private void seeFirst(Event event, Verdict verdict, String line) {
    String subject = TerminalText.cut(TerminalText.text(subject(event)), WIDTH);
    int others = bySubject.containsKey(subject) ? bySubject.get(subject) : 0;
    if (others > OF_ONE_PEER) {
      return;
    }
    bySubject.put(subject, others + 1);
    if (others == OF_ONE_PEER) {
      context.log(
          Verdict.WARN,
          "more than "
              + OF_ONE_PEER
              + " distinct findings about "
              + subject
              + ": new ones are logged no more");
      return;
    }
    sights.put(line, new Sights());
    context.log(verdict, line + code(event));
  }

  /** Who did it; lines do not differ by it, so that one finding is one line. */
  private static String code(Event event) {
    String code = event.calledFrom();
    return code == null ? "" : "; in " + TerminalText.cut(TerminalText.text(code), CODE_WIDTH);
  }

  private static String line(Event event) {
    StringBuilder out = new StringBuilder();
    out.append(event.verdict().label()).append(": ").append(subject(event));
    if (event.reason() != null) {
      out.append(": ").append(event.reason());
    }
    List<Rule> rules = event.finding().rules();
    for (int i = 0; i < rules.size(); i++) {
      String opening = rules.size() == 1 ? " (rule " : " (rules ";
      out.append(i == 0 ? opening : ", ").append(rules.get(i).id());
    }
    if (!rules.isEmpty()) {
      out.append(')');
    }
    if (event.action() != null) {
      out.append("; ").append(event.action().label());
    }
    return TerminalText.cut(TerminalText.text(out.toString()), WIDTH);
  }

  private static String subject(Event event) {
    AwsFacts aws = event.aws();
    if (aws != null && event.kind().isAnswer()) {
      // Once for a service and what it says, whatever was asked of it.
      String name = aws.service() == null ? aws.host() : aws.service();
      return "AWS " + name + " answered";
    }
    if (aws != null) {
      String operation = aws.operation() == null ? "request" : aws.operation();
      return "AWS " + operation + " to " + Peer.of(aws).destination() + " by " + aws.client();
    }
    TlsFacts tls = event.tls();
    if (tls == null) {
      return event.kind().label();
    }
    if (tls.direction() == Direction.IN) {
      return "TLS from " + Destination.ofClient(tls);
    }
    return "TLS to " + Destination.of(tls) + Destination.through(tls);
  }

  /** The number of times that a line was due. */
  private static final class Sights {
    long count = 1;
    long milestone = 10;
  }
}
