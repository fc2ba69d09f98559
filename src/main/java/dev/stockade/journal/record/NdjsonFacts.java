package dev.stockade.journal.record;

import dev.stockade.base.Json;
import dev.stockade.base.Utf8;
import dev.stockade.journal.CodePlace;
import dev.stockade.journal.Event;
import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.TlsFacts;

/** The members of a record that say what happened, from {@code verdict} to {@code code}. */
final class NdjsonFacts {
  /** Bytes: with the frame a record has 8 kB at most. */
  static final int MOST_BYTES = 5_000;

  /**
   * Characters of a text where all of them together are too much, which takes odd characters: the
   * shortest, six bytes each, fit.
   */
  private static final int[] SHORTER = {400, 150, 60, 25};

  private NdjsonFacts() {}

  static String of(JournalRecord record) {
    if (record.event == null) {
      return new Json().text("reason", record.reason).members();
    }
    String text = text(record, new Json());
    for (int i = 0; i < SHORTER.length && !Utf8.fits(text, MOST_BYTES); i++) {
      text = text(record, new Json(SHORTER[i]));
    }
    return text;
  }

  private static String text(JournalRecord record, Json json) {
    Event event = record.event;
    if (event.finding() != null) {
      json.text("verdict", event.verdict().label());
    }
    if (event.action() != null) {
      json.text("action", event.action().label());
    }
    if (event.finding() != null) {
      json.beginList("rules");
      for (Rule rule : event.finding().rules()) {
        json.item(rule.id());
      }
      json.endList();
    }
    json.text("reason", event.reason());
    if (event.exception() != null) {
      json.text("exception", event.exception().id());
    }
    if (event.candidate() != null) {
      Decision candidate = event.candidate();
      json.begin("candidate").text("verdict", candidate.finding().verdict().label());
      json.text("action", candidate.action().label());
      json.text("reason", candidate.finding().reason()).end();
    }
    if (event.tls() != null) {
      connection(json, event.tls(), !record.isRepeat);
    }
    if (event.aws() != null) {
      aws(json, event.aws());
    }
    if (event.code() != null) {
      CodePlace code = event.code();
      json.begin("code").text("class", code.className()).text("method", code.method());
      json.text("jar", code.jar()).end();
    }
    return json.members();
  }

  private static void aws(Json json, AwsFacts aws) {
    json.begin("aws").text("partition", aws.partition()).text("service", aws.service());
    json.text("region", aws.region()).text("operation", aws.operation());
    json.text("credential", aws.credential() == null ? null : aws.credential().label());
    json.text("accessKey", aws.accessKey() == null ? null : "\u2026" + aws.accessKey());
    json.text("signature", aws.signature() == null ? null : aws.signature().label()).end();
    json.begin("http").text("client", aws.client()).text("method", aws.method());
    json.text("host", aws.host()).end();
  }

  /**
   * @param all with the client's port, which is an ephemeral one, too
   */
  private static void connection(Json json, TlsFacts tls, boolean all) {
    boolean inbound = tls.direction() == Direction.IN;
    if (tls.direction() != null) {
      json.text("direction", tls.direction().label());
    }
    json.begin("peer").text("host", tls.host()).text("ip", tls.ip());
    port(json, all || !inbound ? tls.port() : 0);
    json.text("sni", tls.sni()).end();
    json.begin("via").text("host", tls.viaHost()).text("ip", tls.viaIp());
    port(json, tls.viaPort()).end();
    json.begin("local").text("ip", tls.localIp());
    port(json, all || inbound ? tls.localPort() : 0).end();

    json.begin("tls").text("version", tls.version()).text("cipher", tls.cipher());
    json.text("group", tls.group());
    if (tls.dhBits() > 0) {
      json.number("dhBits", tls.dhBits());
    }
    if (tls.version() != null && tls.resumed() != null) {
      json.flag("resumed", tls.resumed());
    }
    json.text("provider", tls.provider()).text("engine", tls.engine()).end();
  }

  private static Json port(Json json, int port) {
    return port > 0 ? json.number("port", port) : json;
  }
}
