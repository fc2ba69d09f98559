package dev.stockade.journal.record;

import static dev.stockade.journal.record.RecordFields.ACCESS_KEY;
import static dev.stockade.journal.record.RecordFields.ACTION;
import static dev.stockade.journal.record.RecordFields.ALPN;
import static dev.stockade.journal.record.RecordFields.ANSWER;
import static dev.stockade.journal.record.RecordFields.AWS;
import static dev.stockade.journal.record.RecordFields.CANDIDATE;
import static dev.stockade.journal.record.RecordFields.CERTIFICATE;
import static dev.stockade.journal.record.RecordFields.CIPHER;
import static dev.stockade.journal.record.RecordFields.CLASS;
import static dev.stockade.journal.record.RecordFields.CLIENT;
import static dev.stockade.journal.record.RecordFields.CLIENT_AUTH;
import static dev.stockade.journal.record.RecordFields.CLIENT_CERTIFICATE;
import static dev.stockade.journal.record.RecordFields.CODE;
import static dev.stockade.journal.record.RecordFields.CREDENTIAL;
import static dev.stockade.journal.record.RecordFields.DATA;
import static dev.stockade.journal.record.RecordFields.DH_BITS;
import static dev.stockade.journal.record.RecordFields.DIRECTION;
import static dev.stockade.journal.record.RecordFields.DURATION_MILLIS;
import static dev.stockade.journal.record.RecordFields.ENGINE;
import static dev.stockade.journal.record.RecordFields.ERROR_CODE;
import static dev.stockade.journal.record.RecordFields.EXCEPTION;
import static dev.stockade.journal.record.RecordFields.EXTENDED_MASTER_SECRET;
import static dev.stockade.journal.record.RecordFields.EXTENDED_REQUEST_ID;
import static dev.stockade.journal.record.RecordFields.FINDINGS;
import static dev.stockade.journal.record.RecordFields.GROUP;
import static dev.stockade.journal.record.RecordFields.HOST;
import static dev.stockade.journal.record.RecordFields.HTTP;
import static dev.stockade.journal.record.RecordFields.IP;
import static dev.stockade.journal.record.RecordFields.JAR;
import static dev.stockade.journal.record.RecordFields.LOCAL;
import static dev.stockade.journal.record.RecordFields.METHOD;
import static dev.stockade.journal.record.RecordFields.OPERATION;
import static dev.stockade.journal.record.RecordFields.PARTITION;
import static dev.stockade.journal.record.RecordFields.PEER;
import static dev.stockade.journal.record.RecordFields.PORT;
import static dev.stockade.journal.record.RecordFields.PROVIDER;
import static dev.stockade.journal.record.RecordFields.REASON;
import static dev.stockade.journal.record.RecordFields.REGION;
import static dev.stockade.journal.record.RecordFields.RENEGOTIATED;
import static dev.stockade.journal.record.RecordFields.REQUEST_ID;
import static dev.stockade.journal.record.RecordFields.RESUMED;
import static dev.stockade.journal.record.RecordFields.RULE;
import static dev.stockade.journal.record.RecordFields.RULES;
import static dev.stockade.journal.record.RecordFields.SERVICE;
import static dev.stockade.journal.record.RecordFields.SIGNATURE;
import static dev.stockade.journal.record.RecordFields.SIGNATURE_SCHEME;
import static dev.stockade.journal.record.RecordFields.SNI;
import static dev.stockade.journal.record.RecordFields.STATUS;
import static dev.stockade.journal.record.RecordFields.TLS;
import static dev.stockade.journal.record.RecordFields.VERDICT;
import static dev.stockade.journal.record.RecordFields.VERSION;
import static dev.stockade.journal.record.RecordFields.VIA;

import dev.stockade.base.Json;
import dev.stockade.base.Utf8;
import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsAnswer;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Reason;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.util.Map;

/** The members of a record that say what happened, from {@code verdict} to {@code code}. */
final class NdjsonFacts {
  /** Bytes: with the frame a record has 8 kB at most. */
  static final int MAX_BYTES = 5_000;

  private static final int MAX_BYTES_WITH_FINDINGS = 6_000;

  /**
   * Characters of a string where all of them together are too much, which takes odd characters: the
   * shortest, six bytes each, fit.
   */
  private static final int[] SHORTER = {400, 150, 60, 25};

  private NdjsonFacts() {}

  static String of(JournalRecord record) {
    if (record.event == null) {
      return new Json().text(REASON, record.reason).members();
    }
    String all = text(record, new Json(), true);
    if (Utf8.fits(all, MAX_BYTES_WITH_FINDINGS)) {
      return all;
    }
    String text = text(record, new Json(), false);
    for (int i = 0; i < SHORTER.length && !Utf8.fits(text, MAX_BYTES); i++) {
      text = text(record, new Json(SHORTER[i]), false);
    }
    return text;
  }

  /**
   * @param findings with the reasons rule by rule, which is left out where that would be too much
   */
  private static String text(JournalRecord record, Json json, boolean findings) {
    Event event = record.event;
    if (event.finding() != null) {
      json.text(VERDICT, event.verdict().label());
    }
    if (event.action() != null) {
      json.text(ACTION, event.action().label());
    }
    if (event.finding() != null) {
      json.beginList(RULES);
      for (Rule rule : event.finding().rules()) {
        json.item(rule.id());
      }
      json.endList();
      Rule decisive = event.finding().rule();
      json.text(RULE, decisive == null ? null : decisive.id());
    }
    json.text(REASON, event.reason());
    if (findings && event.finding() != null && !event.finding().rules().isEmpty()) {
      findings(json, event.finding());
    }
    if (event.exception() != null) {
      json.text(EXCEPTION, event.exception().id());
    }
    if (event.candidate() != null) {
      Decision candidate = event.candidate();
      json.begin(CANDIDATE).text(VERDICT, candidate.finding().verdict().label());
      json.text(ACTION, candidate.action().label());
      json.text(REASON, candidate.finding().reason()).end();
    }
    if (event.tls() != null) {
      ends(json, event.tls(), !record.isRepeat);
    }
    if (event.certificate() != null) {
      NdjsonCertificate.add(json, event.certificate());
    } else if (event.tls() != null) {
      session(json, event.tls(), !record.isRepeat);
    }
    if (event.aws() != null) {
      aws(json, event.aws(), !record.isRepeat);
    }
    if (event.code() != null) {
      CallSite code = event.code();
      json.begin(CODE).text(CLASS, code.className()).text(METHOD, code.method());
      json.text(JAR, code.jar()).end();
    }
    return json.members();
  }

  private static void findings(Json json, Finding finding) {
    json.beginList(FINDINGS);
    for (Reason reason : finding.reasons()) {
      json.beginItem().text(RULE, reason.rule() == null ? null : reason.rule().id());
      json.text(REASON, reason.text()).begin(DATA);
      for (Map.Entry<String, String> datum : reason.data().entrySet()) {
        json.text(datum.getKey(), datum.getValue());
      }
      json.end().end();
    }
    json.endList();
  }

  /**
   * @param all with the ids of the one answer that it is about
   */
  private static void aws(Json json, AwsFacts aws, boolean all) {
    json.begin(AWS).text(PARTITION, aws.partition()).text(SERVICE, aws.service());
    json.text(REGION, aws.region()).text(OPERATION, aws.operation());
    json.text(CREDENTIAL, aws.credential() == null ? null : aws.credential().label());
    json.text(ACCESS_KEY, aws.accessKey() == null ? null : "\u2026" + aws.accessKey());
    json.text(SIGNATURE, aws.signature() == null ? null : aws.signature().label());
    AwsAnswer answer = aws.answer();
    if (answer != null) {
      json.text(ANSWER, answer.kind(aws.signature()).label()).text(ERROR_CODE, answer.errorCode());
      json.text(REQUEST_ID, all ? answer.requestId() : null);
      json.text(EXTENDED_REQUEST_ID, all ? answer.extendedRequestId() : null);
    }
    json.end();
    json.begin(HTTP).text(CLIENT, aws.client()).text(METHOD, aws.method());
    json.text(HOST, aws.host());
    if (answer != null) {
      json.number(STATUS, answer.status());
    }
    json.end();
  }

  /**
   * @param all with the client's port, which is an ephemeral one, too
   */
  private static void ends(Json json, TlsFacts tls, boolean all) {
    boolean inbound = tls.direction() == Direction.IN;
    if (tls.direction() != null) {
      json.text(DIRECTION, tls.direction().label());
    }
    json.begin(PEER).text(HOST, tls.host()).text(IP, tls.ip());
    port(json, all || !inbound ? tls.port() : 0);
    json.text(SNI, tls.sni()).end();
    json.begin(VIA).text(HOST, tls.viaHost()).text(IP, tls.viaIp());
    port(json, tls.viaPort()).end();
    json.begin(LOCAL).text(IP, tls.localIp());
    port(json, all || inbound ? tls.localPort() : 0).end();
  }

  /**
   * @param all with how long it took, too
   */
  private static void session(Json json, TlsFacts tls, boolean all) {
    json.begin(TLS).text(VERSION, tls.version()).text(CIPHER, tls.cipher());
    json.text(GROUP, tls.group());
    if (tls.dhBits() > 0) {
      json.number(DH_BITS, tls.dhBits());
    }
    if (tls.version() != null && tls.resumed() != null) {
      json.flag(RESUMED, tls.resumed());
    }
    if (tls.isRenegotiated()) {
      json.flag(RENEGOTIATED, true);
    }
    json.text(ALPN, tls.alpn());
    json.text(CLIENT_AUTH, tls.clientAuth() == null ? null : tls.clientAuth().label());
    if (tls.extendedMasterSecret() != null) {
      json.flag(EXTENDED_MASTER_SECRET, tls.extendedMasterSecret());
    }
    json.text(SIGNATURE_SCHEME, tls.signatureScheme());
    if (all && tls.durationMillis() > 0) {
      json.number(DURATION_MILLIS, tls.durationMillis());
    }
    json.text(PROVIDER, tls.provider()).text(ENGINE, tls.engine()).end();
    json.text(CERTIFICATE, id(tls.serverCertificate()));
    json.text(CLIENT_CERTIFICATE, id(tls.clientCertificate()));
  }

  private static String id(CertificateFacts certificate) {
    return certificate == null ? null : certificate.id();
  }

  private static Json port(Json json, int port) {
    return port > 0 ? json.number(PORT, port) : json;
  }
}
