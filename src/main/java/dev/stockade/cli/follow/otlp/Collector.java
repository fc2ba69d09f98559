package dev.stockade.cli.follow.otlp;

import dev.stockade.base.Version;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.follow.otlp.Answer.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sends requests to a collector by OTLP/HTTP, and reads from its answers what to do. */
public final class Collector {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int MAX_ANSWER = 64 << 10;
  private static final long MAX_WAIT = 3_600_000;

  /** The only ones after which the specification lets a client try again. */
  private static final List<Integer> LATER = Arrays.asList(429, 502, 503, 504);

  /** Of an address or a credential that is wrong. */
  private static final List<Integer> NEVER =
      Arrays.asList(301, 302, 303, 307, 308, 401, 403, 404, 405, 407);

  private final URL base;
  private final Map<String, String> headers;

  /**
   * @param base to which {@code /v1/logs} and {@code /v1/metrics} are added
   * @param headers of each request, such as a credential
   */
  public Collector(URL base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /**
   * @param signal {@code logs} or {@code metrics}
   * @param body packed by gzip
   */
  Answer send(String signal, byte[] body) {
    try {
      String path = base.getFile().replaceFirst("/+$", "") + "/v1/" + signal;
      URL url = new URL(base.getProtocol(), base.getHost(), base.getPort(), path);
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      try {
        post(connection, body);
        return answer(connection);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return Answer.of(Outcome.LATER, "the collector at " + base + " does not answer: " + e);
    }
  }

  private void post(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    headers.forEach(connection::setRequestProperty);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty("Content-Encoding", "gzip");
    connection.setRequestProperty("User-Agent", "stockade/" + Version.current());
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
  }

  private Answer answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status >= 200 && status < 300) {
      return partial(read(connection.getInputStream()));
    }
    String sentence = "the collector at " + base + " answers " + status;
    String message = text(read(connection.getErrorStream()));
    sentence += message.isEmpty() ? "" : ": " + message;
    if (LATER.contains(status)) {
      return new Answer(Outcome.LATER, sentence, 0, wait(connection.getHeaderField("Retry-After")));
    }
    return Answer.of(NEVER.contains(status) ? Outcome.NEVER : Outcome.REFUSED, sentence);
  }

  /** Of what was taken some records may not have been. */
  private Answer partial(byte[] body) {
    try {
      JsonView answer = new JsonView("answer", JsonTree.object(text(body)));
      JsonView partial = answer.below("partialSuccess");
      if (partial != null) {
        String rejected = partial.text("rejectedLogRecords");
        rejected = rejected == null ? partial.text("rejectedDataPoints") : rejected;
        long count = rejected == null ? 0 : Long.parseLong(rejected);
        String why = partial.text("errorMessage");
        String sentence =
            "the collector at " + base + " did not take " + count + " of the records: " + why;
        return new Answer(Outcome.TAKEN, why == null && count == 0 ? null : sentence, count, -1);
      }
    } catch (IOException | IllegalArgumentException e) {
      // Many answer with nothing.
    }
    return Answer.of(Outcome.TAKEN, null);
  }

  /** Seconds, or a date; -1 where it is neither. */
  static long wait(String header) {
    if (header == null) {
      return -1;
    }
    if (header.matches("[0-9]{1,9}")) {
      return Math.min(MAX_WAIT, Long.parseLong(header) * 1_000);
    }
    try {
      Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      long wait = until.toEpochMilli() - System.currentTimeMillis();
      return Math.max(0, Math.min(MAX_WAIT, wait));
    } catch (DateTimeException e) {
      return -1;
    }
  }

  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).trim();
    return text.length() > 200 && !text.startsWith("{") ? text.substring(0, 200) : text;
  }

  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (in == null) {
      return out.toByteArray();
    }
    byte[] buffer = new byte[4_096];
    try (InputStream open = in) {
      for (int n = open.read(buffer); n > 0 && out.size() < MAX_ANSWER; n = open.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
    return out.toByteArray();
  }
}
