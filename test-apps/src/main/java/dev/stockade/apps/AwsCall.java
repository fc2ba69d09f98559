package dev.stockade.apps;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * A call as the command line names it: an operation and, after an {@code @}, what is odd about it,
 * as in {@code s3-get@static+path}. Operations: {@code s3-get}, {@code s3-put} (both also with
 * {@code -slashes} or {@code -unicode}, for such a key), {@code s3-list}, {@code s3-head}, {@code
 * dynamodb-put}, {@code dynamodb-get}, {@code dynamodb-list}, {@code kinesis-put}, {@code
 * sts-identity}, {@code sts-role}, {@code sts-web-identity}, {@code presigned-get}, {@code
 * presigned-put}.
 *
 * <ul>
 *   <li>credentials: temporary ones, or {@code static}, {@code unsigned}, {@code wrong-secret}
 *   <li>{@code clear}: http, not https
 *   <li>after signing: {@code header}, {@code path}, {@code query}, {@code payload-hash}, {@code
 *       signature} changes that part, {@code trace} adds a header that nobody signed
 * </ul>
 */
final class AwsCall {
  static final String REGION = "eu-west-1";
  static final String BUCKET = "orders";
  static final String TABLE = "orders";
  static final String ROLE = "arn:aws:iam::123456789012:role/stockade";

  private static final Set<String> WHILE_SIGNING =
      new HashSet<>(Arrays.asList("static", "unsigned", "wrong-secret", "clear"));
  private static final Set<String> AFTER_SIGNING =
      new HashSet<>(Arrays.asList("header", "path", "query", "payload-hash", "signature", "trace"));

  private final String text;
  private final String operation;
  private final Set<String> oddities;

  AwsCall(String text) {
    this.text = text;
    int at = text.indexOf('@');
    operation = at < 0 ? text : text.substring(0, at);
    oddities =
        at < 0
            ? new HashSet<>()
            : new HashSet<>(Arrays.asList(text.substring(at + 1).split("\\+", -1)));
    for (String oddity : oddities) {
      if (!WHILE_SIGNING.contains(oddity) && !AFTER_SIGNING.contains(oddity)) {
        throw new IllegalArgumentException("unknown oddity in " + text);
      }
    }
  }

  /** First thing in main: host names, and the wait that {@code app.wait} asks for. */
  static void prepare() throws Exception {
    Hosts.install();
    if (Boolean.getBoolean("app.wait")) {
      StandardInput.awaitLineInClient();
    }
  }

  String operation() {
    return operation;
  }

  boolean is(String oddity) {
    return oddities.contains(oddity);
  }

  /** Whether something touches the request after it was signed. */
  boolean isTampered() {
    return !Collections.disjoint(oddities, AFTER_SIGNING);
  }

  /** {@code app.endpoint}, or where the loopback server poses as the endpoint of a service. */
  URI endpoint(String service) {
    String own = System.getProperty("app.endpoint");
    return own == null ? endpoint(service, !is("clear")) : URI.create(own);
  }

  static URI endpoint(String service, boolean tls) {
    int port = Integer.getInteger(tls ? "app.tls-port" : "app.clear-port");
    return URI.create(
        (tls ? "https://" : "http://") + service + "." + REGION + ".amazonaws.com:" + port);
  }

  String accessKey() {
    return is("static") ? "AKIASTOCKADE00000001" : "ASIASTOCKADE00000001";
  }

  String secretKey() {
    return is("wrong-secret") ? "not-the-secret" : "the-secret";
  }

  /** Null when the credentials are static. */
  String sessionToken() {
    return is("static") ? null : "the-token";
  }

  /** The object that an S3 operation is about; keys that URLs and paths easily spoil. */
  String key() {
    if (operation.endsWith("-slashes")) {
      return "a//b";
    }
    return operation.endsWith("-unicode") ? "a b/\u00fc" : "key";
  }

  @Override
  public String toString() {
    return text;
  }
}
