package dev.stockade.cli.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.Cli;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.TlsFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Facts that journals of the tests hold. */
public final class SeenFacts {
  public static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  public static final String STATIC_RSA = "TLS_RSA_WITH_AES_128_GCM_SHA256";
  public static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
  public static final Policy AUDIT = new Policy.Builder().build();

  private SeenFacts() {}

  public static Path journal(Path folder, TlsFacts... facts) {
    Path file = folder.resolve("j.ndjson");
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      for (TlsFacts one : facts) {
        journal.add(one);
      }
    }
    return file;
  }

  public static TlsFacts out(String host, int port, String version, String cipher) {
    return new TlsFacts.Builder(Direction.OUT)
        .peer(host, "10.0.0.7", port)
        .session(version, cipher, false)
        .build();
  }

  public static TlsFacts in(String version, String cipher) {
    return new TlsFacts.Builder(Direction.IN)
        .peer(null, "10.0.0.9", 51234)
        .localPort(8443)
        .session(version, cipher, false)
        .build();
  }

  public static AwsFacts aws(String host, Rule rule) {
    return new AwsFacts.Builder()
        .endpoint("aws", "sqs", "eu-west-1")
        .operation("SendMessage")
        .http("apache4", "POST", host)
        .signature(SignatureStatus.VALID)
        .observations(List.of(new Observation(rule, "said of " + rule.id())))
        .build();
  }

  public static JsonObject json(Cli cli) {
    return JsonParser.parseString(cli.out()).getAsJsonObject();
  }

  public static long count(JsonObject result, String change) {
    return result.getAsJsonObject(change).get("count").getAsLong();
  }

  public static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
