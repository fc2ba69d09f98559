package dev.stockade.cli.journal;

import dev.stockade.cli.command.Members;
import dev.stockade.cli.policy.SignatureRules;
import dev.stockade.journal.Kind;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.Credential;
import dev.stockade.policy.aws.Signature;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.policy.tls.TlsPolicy;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A record's facts, from the members that the journal gave them. */
final class RecordReader {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private RecordReader() {}

  /**
   * Reads one record.
   *
   * @return null for a record of another kind
   * @throws IllegalArgumentException when it is no record
   */
  static RecordedFact read(Members record) {
    if (!record.has("kind") || !record.has("time")) {
      throw new IllegalArgumentException("no record of Stockade's, which has time and kind");
    }
    Kind kind = kind(record.text("kind"));
    if (kind == null) {
      return null;
    }
    RecordedFact fact = new RecordedFact();
    fact.kind = kind;
    fact.count = record.has("count") ? record.whole("count") : 1;
    if (fact.count == 0) {
      throw new IllegalArgumentException("record.count must not be 0");
    }
    fact.last = time(record, record.has("last") ? "last" : "time");
    fact.first = record.has("first") ? time(record, "first") : fact.last;
    Verdict verdict = record.choice("verdict", Verdict.values(), Verdict::label);
    fact.verdict = verdict == null ? Verdict.PASS : verdict;
    fact.action = record.choice("action", Action.values(), Action::label);
    fact.rules = rules(record);
    fact.reason = record.text("reason");
    fact.code = record.has("code") ? record.below("code").text("class") : null;
    fact.service = record.text("service");
    fact.instance = record.text("instance");
    fact.profile = record.has("policy") ? record.below("policy").text("profile") : null;
    if (kind == Kind.AWS_REQUEST || kind == Kind.AWS_BLOCKED) {
      fact.aws = aws(record, fact);
    } else {
      fact.tls = tls(record, fact);
    }
    return fact;
  }

  /** Null for kinds that are not about a connection or request. */
  private static Kind kind(String label) {
    for (Kind kind : Kind.values()) {
      if (kind.label().equals(label)) {
        return label.startsWith("tls.") || label.startsWith("aws.") ? kind : null;
      }
    }
    return null;
  }

  private static long time(Members record, String name) {
    try {
      Instant time = Instant.parse(record.text(name));
      if (!time.isBefore(FIRST) && time.isBefore(END)) {
        return time.toEpochMilli();
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new IllegalArgumentException("record." + name + " must be a time of the years 1 to 9999");
  }

  /** Those that this version knows. */
  private static List<Rule> rules(Members record) {
    List<Rule> rules = new ArrayList<>();
    for (String id : record.texts("rules")) {
      Rule rule = Rule.named(id);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private static TlsFacts tls(Members record, RecordedFact fact) {
    TlsFacts.Builder facts =
        new TlsFacts.Builder(record.choice("direction", Direction.values(), Direction::label));
    Members peer = record.below("peer");
    if (peer != null) {
      facts.peer(peer.text("host"), peer.text("ip"), peer.small("port")).sni(peer.text("sni"));
    }
    Members via = record.below("via");
    if (via != null) {
      facts.via(via.text("host"), via.text("ip"), via.small("port"));
    }
    Members local = record.below("local");
    if (local != null) {
      facts.local(local.text("ip"), local.small("port"));
    }
    Members tls = record.below("tls");
    if (tls != null) {
      facts.session(tls.text("version"), tls.text("cipher"), tls.flagIfAny("resumed"));
      facts.keyExchange(tls.text("group"), tls.small("dhBits"));
      facts.seenIn(tls.text("provider"), tls.text("engine"));
    }
    return facts
        .acceptsAnyCertificate(who(fact, Rule.TLS_TRUST_ALL, TlsPolicy.ANY_CERTIFICATE))
        .acceptsAnyHostName(who(fact, Rule.TLS_HOSTNAME, TlsPolicy.ANY_HOST_NAME))
        .build();
  }

  /** Whom the reason names, which is one for all rules; null for a record without the rule. */
  private static String who(RecordedFact fact, Rule rule, String phrase) {
    int begin = fact.reason != null && fact.rules.contains(rule) ? fact.reason.indexOf(phrase) : -1;
    return begin < 0 ? null : fact.reason.substring(begin + phrase.length()).split("; ", 2)[0];
  }

  private static AwsFacts aws(Members record, RecordedFact fact) {
    AwsFacts.Builder facts = new AwsFacts.Builder();
    Members aws = record.below("aws");
    Signature signature = null;
    if (aws != null) {
      signature = aws.choice("signature", Signature.values(), Signature::label);
      facts.endpoint(aws.text("partition"), aws.text("service"), aws.text("region"));
      facts.operation(aws.text("operation")).signature(signature);
      facts.credential(
          aws.choice("credential", Credential.values(), Credential::label), keyEnd(aws));
    }
    Members http = record.below("http");
    if (http != null) {
      facts.http(http.text("client"), http.text("method"), http.text("host"));
    }
    return facts.observations(SignatureRules.completed(observations(fact), signature)).build();
  }

  /** The record has one reason for all rules. One without a rule is something to know only. */
  private static List<Observation> observations(RecordedFact fact) {
    List<Observation> observations = new ArrayList<>();
    String reason = fact.reason == null ? "" : fact.reason;
    String[] parts = reason.split("; ", -1);
    for (int i = 0; i < fact.rules.size(); i++) {
      String part = parts.length == fact.rules.size() ? parts[i] : reason;
      observations.add(new Observation(fact.rules.get(i), part));
    }
    if (observations.isEmpty() && fact.reason != null) {
      observations.add(new Observation(null, reason));
    }
    return observations;
  }

  private static String keyEnd(Members aws) {
    String key = aws.text("accessKey");
    return key == null ? null : key.substring(key.startsWith("\u2026") ? 1 : 0);
  }
}
