package dev.stockade.policy.aws;

import dev.stockade.base.Authority;
import dev.stockade.policy.rule.BlockSentence;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingBuilder;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import dev.stockade.policy.rule.Verdict;
import java.util.List;

/**
 * Judges requests to AWS by what was observed of them. Pure. Judging a good request allocates
 * nothing.
 *
 * <p>The AWS infrastructure security pages require TLS and requests "signed by using an access key
 * ID and a secret access key", or by temporary credentials of AWS STS. Only what AWS itself is sure
 * to reject, or what travels without TLS, is a violation: SDKs learn the region and the time from
 * AWS's answers, so a request with the wrong ones must reach it.
 */
public final class AwsPolicy {
  private final RuleSelection rules;

  /** All rules, none raised. */
  public AwsPolicy() {
    this(RuleSelection.ALL);
  }

  public AwsPolicy(RuleSelection rules) {
    this.rules = rules;
  }

  /** The finding for a request; for a host that is not known to be AWS's at most a note. */
  public Finding judge(AwsFacts facts) {
    List<Observation> observations = facts.observations();
    if (observations.isEmpty()) {
      return Finding.PASS;
    }
    FindingBuilder finding = new FindingBuilder();
    for (Verdict verdict = Verdict.VIOLATION;
        verdict != Verdict.PASS;
        verdict = Verdict.values()[verdict.ordinal() - 1]) {
      for (Observation seen : observations) {
        if (!seen.isRemark() && verdict == verdict(seen.rule(), facts.partition() != null)) {
          finding.add(verdict, seen.rule(), seen.reason());
        }
      }
    }
    for (Observation seen : observations) {
      if (seen.isRemark()) {
        finding.add(Verdict.PASS, (Rule) null, seen.reason());
      }
    }
    Finding built = finding.build();
    return built.reason().isEmpty() ? Finding.PASS : built;
  }

  /** The message for the exception that refuses the request. */
  public static String blockSentence(AwsFacts facts, Finding finding) {
    StringBuilder sentence = new StringBuilder("stockade: blocked AWS request");
    if (facts.operation() != null) {
      sentence.append(' ').append(facts.operation());
    }
    sentence
        .append(" to ")
        .append(Authority.of(facts.host(), 0))
        .append(": ")
        .append(finding.reason());
    return BlockSentence.withRules(sentence, finding.rules());
  }

  private Verdict verdict(Rule rule, boolean aws) {
    if (rule != null && !rules.watches(rule)) {
      return Verdict.PASS;
    }
    // The metadata's address is of no partition, and of no other service.
    if (rule == null || (!aws && rule != Rule.AWS_IMDS_V1)) {
      return Verdict.NOTE;
    }
    return rules.severity(rule);
  }
}
