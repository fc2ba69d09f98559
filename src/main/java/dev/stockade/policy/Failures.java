package dev.stockade.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Findings for handshakes that did not come to an end. */
public final class Failures {
  private Failures() {}

  /**
   * A handshake that failed for a reason that is not the policy's.
   *
   * @param alert the alert by its name in JSSE, such as {@code BAD_CERTIFICATE}
   * @param why the engine's words, or null
   */
  public static Finding failed(String alert, String why) {
    String reason = alert.toLowerCase(Locale.ROOT);
    return new Finding(
        Verdict.NOTE, Collections.<Rule>emptyList(), why == null ? reason : reason + ": " + why);
  }

  /** Whether an alert, by its name in JSSE, may be the answer to what was offered. */
  static boolean isAboutTheOffer(String alert) {
    return alert.equals("HANDSHAKE_FAILURE")
        || alert.equals("PROTOCOL_VERSION")
        || alert.equals("INSUFFICIENT_SECURITY");
  }

  /** Something of ours that does not work as it should; the host is not concerned. */
  public static Finding ofOurOwn(String what) {
    return new Finding(Verdict.WARN, Collections.<Rule>emptyList(), what);
  }

  /** Something that no hook can see. */
  public static Finding unseen(String what) {
    return new Finding(Verdict.NOTE, Collections.<Rule>emptyList(), what);
  }

  /**
   * A handshake that failed before anything was agreed, after weak parts were taken out of what
   * this side offers or accepts. The alert tells which part was missed: {@code protocol_version} is
   * about versions alone (RFC 8446 section 6.2), any other more likely about cipher suites.
   *
   * @param alert the alert by its name in JSSE
   * @param why the engine's words, or null
   */
  public static Finding nothingInCommon(Narrowing narrowing, String alert, String why) {
    boolean aboutVersions =
        alert.equals("PROTOCOL_VERSION") && !narrowing.removedProtocols().isEmpty();
    Narrowing missed = aboutVersions ? narrowing.versionsOnly() : narrowing;
    List<Rule> rules = new ArrayList<>(missed.rules());
    if (!aboutVersions && rules.remove(Rule.TLS_MIN_VERSION)) {
      rules.add(Rule.TLS_MIN_VERSION);
    }
    return new FindingBuilder()
        .add(
            Verdict.VIOLATION,
            rules,
            "the peer shares nothing that is allowed ("
                + (why == null ? "no reason given" : why)
                + "), "
                + missed.reason())
        .build();
  }
}
