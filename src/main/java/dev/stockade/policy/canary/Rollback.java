package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryOutcome.BLOCKED;
import static dev.stockade.policy.canary.CanaryOutcome.FAILED;

import dev.stockade.base.DurationText;
import dev.stockade.policy.rule.Rule;

/**
 * Decides whether a rule does too much harm at a destination. A block is harm; a failure only as
 * far as more units fail where the rule is enforced than where it is audited.
 */
final class Rollback {
  private Rollback() {}

  /**
   * Why a rule is to be taken back, or null if it is not: because there is little harm, or because
   * there are too few outcomes to decide.
   *
   * @param enforced outcomes where the rule is enforced
   * @param audited outcomes to compare with; too few count as none
   */
  static String reason(
      Rule rule, OutcomeWindow enforced, OutcomeWindow audited, CanarySettings settings) {
    double samples = enforced.samples();
    if (samples < settings.minSamples() || samples == 0) {
      return null;
    }
    boolean comparable = isEnough(audited, settings);
    double auditedSamples = comparable ? audited.samples() : 1;
    double auditedFailed = comparable ? audited.count(FAILED) : 0;

    // All is multiplied by both numbers of samples, so that whole numbers are compared.
    double failed = enforced.count(FAILED) * auditedSamples - auditedFailed * samples;
    double harm = enforced.count(BLOCKED) * auditedSamples + Math.max(0, failed);
    if (harm * 100 <= settings.maxBlockedPercent() * samples * auditedSamples) {
      return null;
    }
    return sentence(rule, enforced, failed > 0, audited, settings);
  }

  /** Whether these outcomes alone can show how often units fail without the rule. */
  static boolean isEnough(OutcomeWindow audited, CanarySettings settings) {
    return audited.samples() > 0 && audited.samples() >= settings.minSamples();
  }

  private static String sentence(
      Rule rule,
      OutcomeWindow enforced,
      boolean moreFailed,
      OutcomeWindow audited,
      CanarySettings settings) {
    long blocked = enforced.count(BLOCKED);
    StringBuilder out = new StringBuilder();
    out.append(blocked > 0 ? blocked : enforced.count(FAILED));
    out.append(" of ").append(enforced.samples());
    out.append(rule.id().startsWith("aws.") ? " requests" : " connections");
    if (blocked > 0) {
      out.append(blocked == 1 ? " was blocked" : " were blocked");
      if (moreFailed) {
        out.append(" and ").append(enforced.count(FAILED));
      }
    }
    if (moreFailed) {
      out.append(" failed");
    }
    out.append(" within ").append(DurationText.of(settings.windowMillis()));
    if (moreFailed && isEnough(audited, settings) && audited.count(FAILED) > 0) {
      out.append(", where audited ").append(audited.count(FAILED));
      out.append(" of ").append(audited.samples()).append(" failed");
    }
    return out.append(", the limit is ")
        .append(settings.maxBlockedPercent())
        .append('%')
        .toString();
  }
}
