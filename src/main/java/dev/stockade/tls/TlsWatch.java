package dev.stockade.tls;

import dev.stockade.journal.CallingCode;
import dev.stockade.journal.CodePlace;
import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Kind;
import dev.stockade.policy.Action;
import dev.stockade.policy.Failures;
import dev.stockade.policy.Finding;
import dev.stockade.policy.Narrowing;
import dev.stockade.policy.TlsFacts;
import dev.stockade.policy.TlsPolicy;
import dev.stockade.policy.Verdict;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What becomes of a handshake, whatever engine made it: judged, recorded, perhaps refused. */
final class TlsWatch {
  /** JDK 21 and newer put the alert's name before it. */
  private static final String OURS = "stockade: blocked ";

  private final TlsPolicy policy;
  private final boolean enforcing;
  private final Journal journal;

  TlsWatch(TlsRules rules, Journal journal) {
    this.policy = rules.policy();
    this.enforcing = rules.enforcing();
    this.journal = journal;
  }

  boolean enforcing() {
    return enforcing;
  }

  /** Whether an exception is one of our refusals on its way to the application. */
  static boolean isOurs(Throwable thrown) {
    return thrown != null && thrown.getMessage() != null && thrown.getMessage().contains(OURS);
  }

  /**
   * A handshake is complete.
   *
   * @return the sentence with which it must be refused, or null
   */
  String finished(TlsFacts facts, Narrowing narrowing) {
    Finding finding = policy.narrowed(policy.judge(facts), narrowing);
    Action action = Action.of(finding.verdict(), !narrowing.isEmpty(), enforcing);
    if (action == Action.BLOCKED) {
      record(Kind.TLS_BLOCKED, action, finding, facts);
      return policy.blockSentence(facts, finding);
    }
    record(Kind.TLS_HANDSHAKE, action, finding, facts);
    return null;
  }

  /** Nothing allowed is offered: the handshake must not begin. Returns what to throw. */
  SSLException refusedOffer(TlsFacts facts, Narrowing narrowing) {
    Finding finding = policy.offerLeavesNothing(narrowing);
    record(Kind.TLS_BLOCKED, Action.BLOCKED, finding, facts);
    return new SSLHandshakeException(policy.blockSentence(facts, finding));
  }

  /**
   * A handshake failed.
   *
   * @param alert the alert by its name in JSSE, such as {@code HANDSHAKE_FAILURE}
   * @param why the engine's own words; may be null
   * @param aboutOffer whether it failed because of what was offered, as far as that can be known
   * @return the sentence that shall be the exception's message, or null to leave it
   */
  String failed(TlsFacts facts, Narrowing narrowing, String alert, String why, boolean aboutOffer) {
    if (enforcing && !narrowing.isEmpty() && aboutOffer && isAboutTheOffer(alert)) {
      Finding finding = Failures.nothingInCommon(narrowing, alert, why);
      record(Kind.TLS_BLOCKED, Action.BLOCKED, finding, facts);
      return policy.blockSentence(facts, finding);
    }
    Finding finding =
        !enforcing && narrowing.leavesNothing()
            ? policy.offerLeavesNothing(narrowing)
            : policy.narrowed(Failures.failed(alert, why), narrowing);
    Action action = Action.of(finding.verdict(), !narrowing.isEmpty(), enforcing);
    record(Kind.TLS_FAILED, action, finding, facts);
    return null;
  }

  private static boolean isAboutTheOffer(String alert) {
    return alert.equals("HANDSHAKE_FAILURE")
        || alert.equals("PROTOCOL_VERSION")
        || alert.equals("INSUFFICIENT_SECURITY");
  }

  private void record(Kind kind, Action action, Finding finding, TlsFacts facts) {
    CodePlace code = finding.verdict() == Verdict.PASS ? null : CallingCode.find();
    journal.offer(new Event(kind, System.currentTimeMillis(), action, finding, facts, code));
  }
}
