package dev.stockade.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.base.Clock;
import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingSamples;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.HandshakeFailures;
import dev.stockade.policy.tls.TlsFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Events, settings and a clock for the tests of this package. */
public final class Samples {
  public static final long TIME = 1_795_459_500_123L;

  public static final Finding WEAK =
      FindingSamples.finding(
          Verdict.VIOLATION,
          "server chose TLSv1.1, profile aws-outposts needs TLSv1.2",
          Rule.TLS_MIN_VERSION);

  public static final Finding SHORT_DH =
      FindingSamples.finding(Verdict.WARN, "1024 bit", Rule.TLS_DH_SIZE);

  private Samples() {}

  public static JournalSettings settings(Path journal) {
    return new JournalSettings("audit")
        .target(journal == null ? "none" : journal.toString())
        .names("orders", "host-1")
        .profile("aws-outposts")
        .summary(false)
        .version("0.1.0");
  }

  public static TlsFacts.Builder out(String host) {
    return new TlsFacts.Builder(Direction.OUT)
        .peer(host, "10.0.0.7", 1433)
        .sni(host)
        .session("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", false)
        .keyExchange("secp256r1", 0)
        .seenIn("SunJSSE", "SSLSocket");
  }

  public static TlsFacts in(String ip, int port) {
    return new TlsFacts.Builder(Direction.IN)
        .peer(null, ip, port)
        .session("TLSv1.3", "TLS_AES_128_GCM_SHA256", false)
        .build();
  }

  public static Event pass(String host) {
    return pass(host, TIME);
  }

  public static Event pass(String host, long time) {
    return pass(out(host).build(), time);
  }

  public static Event pass(TlsFacts tls, long time) {
    return Event.ofTls(
        EventKind.TLS_HANDSHAKE, time, null, Decision.of(Action.ALLOWED, Finding.PASS), tls, null);
  }

  public static Event violation(String host) {
    return violation(host, new CallSite("com.acme.Dao", "load", "acme-dao-1.4.jar"));
  }

  public static Event violation(String host, CallSite code) {
    TlsFacts tls =
        out(host).session("TLSv1.1", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", false).build();
    return Event.ofTls(
        EventKind.TLS_HANDSHAKE, TIME, null, Decision.of(Action.WOULD_BLOCK, WEAK), tls, code);
  }

  public static Event warning(TlsFacts tls) {
    return Event.ofTls(
        EventKind.TLS_HANDSHAKE, TIME, null, Decision.of(Action.ALLOWED, SHORT_DH), tls, null);
  }

  public static Event handshake(TlsFacts tls, Finding finding) {
    return Event.ofTls(
        EventKind.TLS_HANDSHAKE, TIME, null, Decision.of(Action.ALLOWED, finding), tls, null);
  }

  public static Event failed(String host, String reason) {
    TlsFacts tls = new TlsFacts.Builder(Direction.OUT).peer(host, null, 443).build();
    return Event.ofTls(
        EventKind.TLS_FAILED,
        TIME,
        null,
        Decision.of(null, HandshakeFailures.failed(Failure.other("HANDSHAKE_FAILURE", reason))),
        tls,
        null);
  }

  public static AwsFacts.Builder aws(String service) {
    return new AwsFacts.Builder()
        .endpoint("aws", service, "eu-west-1")
        .operation("PutItem")
        .credential(CredentialType.TEMPORARY, "0001")
        .signature(SignatureStatus.VALID)
        .http("apache4", "POST", service + ".eu-west-1.amazonaws.com");
  }

  public static Event request(String service) {
    return Event.ofAws(
        EventKind.AWS_REQUEST,
        TIME,
        null,
        Decision.of(Action.ALLOWED, Finding.PASS),
        aws(service).build(),
        null);
  }

  public static Event cleartext(String service) {
    Finding finding =
        FindingSamples.finding(Verdict.VIOLATION, "there is no TLS", Rule.AWS_CLEARTEXT);
    return Event.ofAws(
        EventKind.AWS_REQUEST,
        TIME,
        null,
        Decision.of(Action.WOULD_BLOCK, finding),
        aws(service).build(),
        null);
  }

  /** The records of a journal; fails on a line that is not one JSON object. */
  public static List<JsonObject> read(Path journal) throws IOException {
    List<JsonObject> records = new ArrayList<>();
    for (String line : Files.readAllLines(journal)) {
      records.add(JsonParser.parseString(line).getAsJsonObject());
    }
    return records;
  }

  /** The records of one kind. */
  public static List<JsonObject> read(Path journal, EventKind kind) throws IOException {
    List<JsonObject> records = read(journal);
    records.removeIf(record -> !record.get("kind").getAsString().equals(kind.label()));
    return records;
  }

  public static final class FakeClock extends Clock {
    public long nanos = Long.MAX_VALUE - 60_000_000_000L;
    public long millis = TIME;

    @Override
    public long millis() {
      return millis;
    }

    @Override
    public long nanos() {
      return nanos;
    }

    public void pass(long seconds) {
      nanos += seconds * 1_000_000_000L;
      millis += seconds * 1_000;
    }
  }
}
