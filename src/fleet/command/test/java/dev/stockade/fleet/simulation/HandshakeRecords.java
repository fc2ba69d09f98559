package dev.stockade.fleet.simulation;

import java.util.SplittableRandom;

/** Handshakes of one life, the certificates that they show, and what the canary says of them. */
final class HandshakeRecords {
  private final RecordFrame frame;
  private final SplittableRandom random;
  private final Tally tally;
  private final String code;

  HandshakeRecords(RecordFrame frame, SplittableRandom random, Tally tally) {
    this.frame = frame;
    this.random = random;
    this.tally = tally;
    String service = frame.life().service().name().replace('-', '.');
    code =
        ",\"code\":{\"class\":\"com.acme."
            + service
            + ".Remote\",\"method\":\"load\",\"jar\":\""
            + frame.life().service().name()
            + "-1.4.jar\"}";
  }

  /** A first sight, and often the record that folds what repeats it within a minute. */
  void outbound(Destination to, long millis) {
    if (to.rule() != null) {
      weak(to, millis);
      return;
    }
    pass("out", to, millis, 0);
    if (!frame.isFull() && random.nextInt(3) == 0) {
      pass("out", to, millis + 60_000, 1 + random.nextInt(60));
    }
  }

  /** A client of this process. */
  void inbound(long millis) {
    Destination client =
        new Destination(
            null,
            "10.9." + random.nextInt(8) + "." + (1 + random.nextInt(250)),
            30_000 + random.nextInt(20_000),
            "TLSv1.3",
            "TLS_AES_128_GCM_SHA256",
            "x25519",
            null,
            null,
            frame.life().service().name().hashCode() * 0x9E3779B97F4A7C15L);
    pass("in", client, millis, random.nextBoolean() ? random.nextInt(500) : 0);
  }

  private void pass(String direction, Destination to, long millis, long count) {
    LineText line = frame.begin("tls.handshake", millis);
    String mode = frame.mode(millis);
    line.add(",\"verdict\":\"pass\",\"action\":\"");
    boolean offer = random.nextInt(4) == 0;
    line.add(!offer ? "allowed" : mode.equals("audit") ? "would-harden" : "hardened").add("\"");
    if (offer) {
      reason("tls.min-version", "the offer holds TLSv1.1, TLSv1 (below TLSv1.2)");
    }
    session(direction, to, count == 0);
    tally.handshakes(count == 0 ? 1 : count);
    if (count == 0) {
      frame.end();
    } else {
      frame.end(count, millis - 58_000, millis - 9);
    }
  }

  private void weak(Destination to, long millis) {
    String exception = frame.life().service().exception();
    boolean blocks = !frame.mode(millis).equals("audit") && random.nextInt(20) == 0;
    LineText line =
        frame.begin(exception == null && blocks ? "tls.blocked" : "tls.handshake", millis);
    if (exception != null) {
      line.add(",\"verdict\":\"note\",\"action\":\"allowed\"");
      reason(to.rule(), to.reason() + ", allowed by exception " + exception + " until 2027-06-30");
      frame.exception(exception);
    } else {
      line.add(",\"verdict\":\"violation\",\"action\":\"");
      line.add(blocks ? "blocked\"" : "would-block\"");
      reason(to.rule(), to.reason());
    }
    session("out", to, true);
    line.add(code);
    frame.end();
    tally.handshakes(1);
    if (blocks && exception == null && !frame.isFull()) {
      change(to, millis + 1_000);
    }
  }

  private void change(Destination to, long millis) {
    LineText line = frame.begin("canary.change", millis).add(",\"verdict\":\"warn\"");
    reason(
        to.rule(),
        to.rule()
            + " goes back to audit at "
            + to.host()
            + ":"
            + to.port()
            + ": 3 of 3 connections were blocked within 1m, the limit is 5%");
    line.add(",\"peer\":{\"host\":\"").add(to.host()).add("\",\"port\":").number(to.port());
    line.add("}");
    frame.end();
  }

  /** A failure that is not Stockade's. */
  void failed(Destination to, long millis) {
    LineText line = frame.begin("tls.failed", millis);
    line.add(",\"verdict\":\"note\",\"action\":\"")
        .add(frame.life().build() == Build.OLD ? "allowed" : "failed")
        .add("\",\"reason\":\"internal_error: Received fatal alert: internal_error\"");
    ends("out", to, true);
    line.add(",\"tls\":{\"durationMillis\":3,\"provider\":\"SunJSSE\",\"engine\":\"SSLSocket\"}");
    frame.end();
  }

  /** The certificate of a destination, when it is first shown. */
  void certificate(Destination of, long millis) {
    LineText line = frame.begin("tls.certificate", millis);
    ends("out", of, true);
    line.add(",\"certificate\":\"").hex(of.certificate()).add("\",\"x509\":{\"sha256\":\"");
    for (int i = 0; i < 4; i++) {
      line.hex(of.certificate() * (1 + 2L * i));
    }
    line.add("\",\"subject\":\"CN=").add(of.host()).add("\",\"issuer\":\"CN=Corp Issuing CA\"");
    line.add(",\"serial\":\"").hex(of.certificate() * 31).add("\",\"keyType\":\"RSA\",");
    line.add("\"keyBits\":2048,\"signatureAlgorithm\":\"SHA256withRSA\",\"notBefore\":\"");
    line.time(1_780_000_000_000L).add("\",\"notAfter\":\"");
    line.time(1_797_000_000_000L + (of.certificate() >>> 30)).add("\",\"names\":[\"");
    line.add(of.host()).add("\"],\"nameCount\":1,\"selfSigned\":false,\"position\":0,");
    line.add("\"whose\":\"peer\",\"role\":\"server\"}");
    frame.end();
  }

  private void reason(String rule, String reason) {
    frame.finding(rule, reason);
  }

  private void session(String direction, Destination to, boolean first) {
    ends(direction, to, first);
    LineText line = frame.line().add(",\"tls\":{\"version\":\"").add(to.version());
    line.add("\",\"cipher\":\"").add(to.cipher()).add("\"");
    if (to.group() != null) {
      line.add(",\"group\":\"").add(to.group()).add("\"");
    }
    line.add(",\"resumed\":").add(random.nextInt(3) == 0 ? "true" : "false");
    line.add(",\"alpn\":\"").add(to.port() == 443 ? "h2" : "").add("\",\"clientAuth\":\"none\"");
    line.add(to.version().equals("TLSv1.3") ? "" : ",\"extendedMasterSecret\":true");
    if (first) {
      line.add(",\"durationMillis\":").number(1 + random.nextInt(40));
    }
    line.add(",\"provider\":\"SunJSSE\",\"engine\":\"")
        .add(to.port() == 443 ? "SSLEngine" : "SSLSocket");
    line.add("\"},\"certificate\":\"").hex(to.certificate()).add("\"");
  }

  private void ends(String direction, Destination to, boolean first) {
    LineText line = frame.line().add(",\"direction\":\"").add(direction).add("\",\"peer\":{");
    boolean inbound = direction.equals("in");
    if (to.host() != null) {
      line.add("\"host\":\"").add(to.host()).add("\",");
    }
    line.add("\"ip\":\"").add(to.ip()).add("\"");
    if (first || !inbound) {
      line.add(",\"port\":").number(to.port());
    }
    line.add("},\"local\":{\"ip\":\"").add(frame.life().ip()).add("\"");
    if (first || inbound) {
      line.add(",\"port\":").number(inbound ? 8443 : 32_768 + random.nextInt(28_000));
    }
    line.add("}");
  }
}
