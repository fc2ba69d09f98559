package dev.stockade.policy.tls;

import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingBuilder;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.Collections;

/** Findings for handshakes that did not come to an end, and for what is no handshake at all. */
public final class HandshakeFailures {
  private HandshakeFailures() {}

  /** A handshake that failed for a reason that is not the policy's. */
  public static Finding failed(Failure failure) {
    return new Finding(Verdict.NOTE, Collections.<Rule>emptyList(), failure.reason());
  }

  /** One that failed for lack of what was taken out of what this side offers or accepts. */
  public static Finding nothingInCommon(Failure failure, Narrowing missed) {
    return new FindingBuilder()
        .add(
            Verdict.VIOLATION,
            missed.rules(),
            missed,
            "the peer shares nothing that is allowed ("
                + (failure.why() == null ? "no reason given" : failure.why())
                + "), "
                + missed.reason())
        .build();
  }

  /** One that failed after something was taken out, perhaps for lack of it. */
  public static Finding afterNarrowing(Failure failure, Narrowing missed) {
    String perhaps =
        failure.end() == Failure.End.HUNG_UP
            ? "the connection ended before the peer's hello, perhaps for want of what was taken out"
                + " of the offer: "
            : "whether it failed for want of what was taken out of the offer cannot be known: ";
    return new FindingBuilder()
        .add(Verdict.WARN, (Rule) null, failure.reason())
        .add(Verdict.WARN, missed.rules(), missed, perhaps + missed.parts())
        .build();
  }

  /** Something of ours that does not work as it should; the host is not concerned. */
  public static Finding ofOurOwn(String what) {
    return new Finding(Verdict.WARN, Collections.<Rule>emptyList(), what);
  }

  /** Something that no hook can see. */
  public static Finding unseen(String what) {
    return new Finding(Verdict.NOTE, Collections.<Rule>emptyList(), what);
  }
}
