package dev.stockade.apps;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A call as the command line names it, {@code METHOD SCHEME HOST PATH [unsigned|signed]}: to a
 * loopback server that poses as the host {@code aws} or {@code local}, or to {@code
 * localhost:PORT}. The HTTP client programs share it, so that each makes the same calls. Options:
 * {@code app.clear-port}, {@code app.tls-port}; {@code app.at-once=true} makes the first call, then
 * begins all others before any is awaited; {@code app.wait=true} waits for a line on standard input
 * after the first call.
 */
final class HttpCall {
  static final byte[] BODY = "the body".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String AWS = "logs.eu-west-1.amazonaws.com";
  private static final long SLOW_NANOS = 2_000_000_000L;

  private final String[] words;

  private HttpCall(String text) {
    words = text.split(" ");
  }

  /** An HTTP client: begins a call, and returns what waits for its status and body. */
  interface Client {
    Callable<String> begin(HttpCall call) throws Exception;
  }

  static void run(String[] texts, Client client) throws Exception {
    Hosts.install();
    AppOptions options = AppOptions.read();
    Outcome.report(texts[0], () -> promptly(texts[0], client));
    if (options.takeWait()) {
      StandardInput.awaitLineInClient();
    }
    List<Callable<String>> begun = new ArrayList<>();
    for (int i = 1; i < texts.length; i++) {
      String text = texts[i];
      begun.add(
          Boolean.getBoolean("app.at-once")
              ? client.begin(new HttpCall(text))
              : () -> promptly(text, client));
    }
    for (int i = 1; i < texts.length; i++) {
      Outcome.report(texts[i], begun.get(i - 1));
    }
  }

  private static String promptly(String text, Client client) throws Exception {
    long begin = System.nanoTime();
    try {
      return client.begin(new HttpCall(text)).call();
    } finally {
      if (System.nanoTime() - begin > SLOW_NANOS) {
        Outcome.say("slow " + text);
      }
    }
  }

  String method() {
    return words[0];
  }

  boolean hasBody() {
    return method().equals("POST");
  }

  boolean isTls() {
    return words[1].equals("https");
  }

  String url() {
    if (words[2].startsWith("localhost:")) {
      return words[1] + "://" + words[2] + words[3];
    }
    boolean tls = isTls();
    String host = words[2].equals("aws") ? AWS : "localhost";
    return words[1] + "://" + host + ":" + Integer.getInteger(port(tls)) + words[3];
  }

  private static String port(boolean tls) {
    return tls ? "app.tls-port" : "app.clear-port";
  }

  /**
   * Beside those that the library adds. CloudWatch Logs refuses what is unsigned and has no token.
   */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    if (words[2].equals("aws")) {
      headers.put("X-Amz-Target", "Logs_20140328.DescribeLogGroups");
    }
    if (words[2].equals("aws") && words.length == 4) {
      headers.put("Authorization", "Bearer token");
    }
    if (words.length > 4 && words[4].equals("signed")) {
      sign(headers);
    }
    return headers;
  }

  /** As somebody does who has no SDK; nobody here knows the key, so any signature will do. */
  private void sign(Map<String, String> headers) {
    String date = TIME.format(Instant.now());
    headers.put("X-Amz-Date", date);
    headers.put(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=AKIASTOCKADE00000001/"
            + date.substring(0, 8)
            + "/eu-west-1/logs/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature="
            + String.format("%064x", Math.abs((long) url().hashCode())));
  }
}
