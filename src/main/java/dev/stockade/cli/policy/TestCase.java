package dev.stockade.cli.policy;

import dev.stockade.cli.command.JsonView;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Match;
import dev.stockade.policy.Peer;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** One case of {@code policy test}: facts, and what the policy must say of them. */
final class TestCase {
  private static final String NONE = "none";

  private final String name;
  private final TlsFacts tls;
  private final AwsFacts aws;
  private final String service;
  private final String code;
  private final long time;
  private final JsonView expect;

  /** Throws IllegalArgumentException with a sentence for what cannot be understood. */
  TestCase(JsonView from) {
    from.only("name", "tls", "aws", "service", "code", "date", "expect");
    name = from.text("name");
    if (name == null) {
      throw new IllegalArgumentException("it has no name");
    }
    if (from.has("tls") == from.has("aws")) {
      throw new IllegalArgumentException("it needs tls or aws, and not both");
    }
    tls = from.has("tls") ? CaseFacts.tls(from.below("tls")) : null;
    aws = from.has("aws") ? CaseFacts.aws(from.below("aws")) : null;
    service = from.text("service");
    code = from.text("code");
    time = time(from.text("date"));
    if (!from.has("expect")) {
      throw new IllegalArgumentException("it expects nothing: write expect: {verdict: ...}");
    }
    expect = from.below("expect").only("verdict", "action", "rules", "exception");
    expect.choice("verdict", Verdict.values(), Verdict::label);
    expect.choice("action", Action.values(), Action::label);
    expect.texts("rules").forEach(CaseFacts::rule);
  }

  String name() {
    return name;
  }

  /** What came out otherwise, one sentence each; empty where all is as expected. */
  List<String> failures(Policy policy) {
    Judge judge = new Judge(policy, service, null);
    Match.CodeName codeName = peer -> Match.namesOf(code);
    Decision decision =
        tls != null
            ? judge.handshake(
                judge.effective(Peer.of(tls), codeName, 0, time), tls, Offer.UNKNOWN, time)
            : judge.request(judge.effective(Peer.of(aws), codeName, 0, time), aws, time);
    List<String> failures = new ArrayList<>();
    compare(failures, "verdict", expect.text("verdict"), decision.finding().verdict().label());
    compare(failures, "action", expect.text("action"), decision.action().label());
    if (expect.has("rules")) {
      List<String> rules = new ArrayList<>();
      for (Rule rule : decision.finding().rules()) {
        rules.add(rule.id());
      }
      compare(failures, "rules", expect.texts("rules").toString(), rules.toString());
    }
    String exception = decision.exception() == null ? NONE : decision.exception().id();
    compare(failures, "exception", expect.text("exception"), exception);
    if (!failures.isEmpty() && decision.finding().reason() != null) {
      failures.add("because " + decision.finding().reason());
    }
    return failures;
  }

  /** What is not expected may be anything. */
  private static void compare(List<String> failures, String what, String expected, String actual) {
    if (expected != null && !expected.equals(actual)) {
      failures.add(what + ": expected " + expected + " but was " + actual);
    }
  }

  private static long time(String date) {
    try {
      return date == null
          ? System.currentTimeMillis()
          : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("date must be a day such as 2027-03-31, not " + date);
    }
  }
}
