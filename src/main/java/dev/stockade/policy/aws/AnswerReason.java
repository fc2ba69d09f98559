package dev.stockade.policy.aws;

import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingBuilder;
import dev.stockade.policy.rule.Reason;

/** Says in one sentence what an answer means for who operates the program, and what to do. */
public final class AnswerReason {
  private static final String HEAD = "HEAD";
  private static final String WRONG_SECRET =
      "it is the right one for the secret key that the program has. Either that is not the secret of"
          + " this access key id (mistyped, rotated, of another id): renew the credentials. Or"
          + " something between here and AWS, such as a proxy, changed the request";
  private static final String WRONG_PATH =
      ", though the request is signed: API Gateway says so of a path or method that it does not"
          + " have; check the URL, not the credentials";

  private AnswerReason() {}

  /** What the request was found to be, and what its answer means instead of why. */
  public static Finding finding(Finding request, AwsFacts facts, AwsAnswer answer) {
    String reason = of(facts, answer);
    return reason == null
        ? new Finding(request.verdict(), request.rules(), null)
        : new FindingBuilder()
            .add(request.verdict(), request.rules(), new Reason(null, reason), reason)
            .build();
  }

  /** Null where there is nothing to explain. */
  static String of(AwsFacts facts, AwsAnswer answer) {
    ErrorCode code = ErrorCode.of(answer.errorCode());
    if (!answer.isAboutAuthentication()) {
      return null;
    }
    if (code == null) {
      return "AWS answered "
          + answer.status()
          + (HEAD.equals(facts.method())
              ? " without an error code, as to HEAD: repeat it as GET to see why"
              : " without an error code in the head: its body, which is not read here, says why");
    }
    String name = " (" + answer.errorCode() + ")";
    switch (code) {
      case SIGNATURE:
        return answer.isSkewed()
            ? clock(answer, name)
            : "AWS refused the signature" + name + ": " + signature(facts.signature());
      case INCOMPLETE:
        return "AWS finds the signature incomplete"
            + name
            + ": compare the header Authorization"
            + " with that of another client, and look for a proxy that changes it";
      case NO_SIGNATURE:
        return "AWS found no signature"
            + name
            + (isSigned(facts) ? WRONG_PATH : ": give the program credentials");
      case CLOCK:
        return clock(answer, name);
      case TOKEN_EXPIRED:
        return "the session of the credentials is over"
            + name
            + ": the program keeps them past their end; let a credentials provider renew them";
      case UNKNOWN_KEY:
        return "AWS does not know the access key id"
            + name
            + ": it was deleted or deactivated, is of another partition, or its session token is"
            + " missing or of other credentials";
      default:
        return "AWS does not permit it"
            + name
            + ": a matter of permissions (IAM, resource or endpoint policy), not of the signature";
    }
  }

  /** A verdict that AWS's answer shows to be wrong. */
  public static String ofDisagreement(AwsFacts facts, AwsAnswer answer) {
    return "AWS accepted a request (status "
        + answer.status()
        + ") whose signature is "
        + facts.signature().label()
        + " by Stockade's verdict, which is therefore wrong: "
        + facts.signature().rule().id()
        + " is not enforced for "
        + serviceOf(facts)
        + " until it is set again; please report it";
  }

  /** A request whose HTTP client is none that is watched. */
  public static String ofUnseen(AwsFacts facts) {
    return "AWS answered a signed request that no watched HTTP client sent: "
        + facts.client()
        + " sends by a way that is not hooked, so no rule about requests holds there; please report"
        + " this class and the version of its library";
  }

  /** The service, or where that is not known the host. */
  public static String serviceOf(AwsFacts facts) {
    return facts.service() == null ? facts.host() : facts.service();
  }

  private static boolean isSigned(AwsFacts facts) {
    return facts.signature() != SignatureStatus.MISSING
        && facts.signature() != SignatureStatus.NOT_NEEDED;
  }

  private static String signature(SignatureStatus ours) {
    if (ours == SignatureStatus.VALID) {
      return WRONG_SECRET;
    }
    if (ours == SignatureStatus.MISMATCH) {
      return "as was found here, it is not that of the request that was sent; the request's record"
          + " names what was changed after signing";
    }
    if (ours == SignatureStatus.UNVERIFIABLE) {
      return "here nothing was known to verify it with; the secret key is the wrong one, or the"
          + " request was changed after signing";
    }
    return "here it was found " + (ours == null ? "unknown" : ours.label());
  }

  private static String clock(AwsAnswer answer, String name) {
    long seconds = Math.abs(answer.aheadMillis()) / 1000;
    String what = "AWS refused the time of the request" + name + ": ";
    if (answer.isSkewed()) {
      return what
          + "this machine's clock is "
          + seconds / 60
          + " minutes "
          + (answer.aheadMillis() > 0 ? "behind" : "ahead of")
          + " AWS's; set it, and keep it by NTP";
    }
    return what
        + (answer.aheadMillis() == 0 ? "compare" : "the clocks agree; compare")
        + " the time of signing with that of sending: it waited too long, or is dated by another"
        + " clock";
  }
}
