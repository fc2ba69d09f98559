package dev.stockade.cli.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.cli.sigv4.SignedText.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The errors of hand-made signers, for one request. */
final class Suspicions {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final List<Suspicion> all = new ArrayList<>();
  private final List<EnumMap<Part, String>> bases = new ArrayList<>();
  private final SignedText text;
  private final RequestHead head;
  private final CredentialScope scope;

  Suspicions(
      SignedText text, RequestHead head, CredentialScope scope, Endpoint endpoint, String secret) {
    this.text = text;
    this.head = head;
    this.scope = scope;
    QueryText query = new QueryText(head.target(), scope.isPresigned());
    HeaderText headers = new HeaderText(head, scope.signedHeaders());
    String date = date(query);
    bases(query, headers, date, secret);
    method();
    path(query);
    query(query);
    headers.suspicions(all);
    payload();
    key(endpoint, secret, date);
  }

  /** What a signer without an error may have signed. */
  List<EnumMap<Part, String>> bases() {
    return bases;
  }

  List<Suspicion> all() {
    return all;
  }

  private void add(Part part, String value, String sentence) {
    if (value != null) {
      all.add(new Suspicion(part, value, sentence));
    }
  }

  private void bases(QueryText query, HeaderText headers, String date, String secret) {
    String path = query.path();
    Set<String> paths = new LinkedHashSet<>();
    paths.add(scope.service().startsWith("s3") ? path : UriText.encoded(path, true));
    paths.add(path);
    paths.add(UriText.encoded(UriText.decoded(path), true));
    for (String form : paths) {
      for (String payload : payloads()) {
        EnumMap<Part, String> parts = new EnumMap<>(Part.class);
        parts.put(Part.METHOD, head.method());
        parts.put(Part.PATH, form);
        parts.put(Part.QUERY, query.canonical());
        parts.put(Part.HEADERS, headers.canonical());
        parts.put(Part.SIGNED_HEADERS, scope.signedHeaders());
        parts.put(Part.PAYLOAD, payload);
        parts.put(Part.END, "");
        parts.put(Part.DATE, date);
        parts.put(
            Part.SCOPE,
            scope.day() + '/' + scope.region() + '/' + scope.service() + "/aws4_request");
        parts.put(Part.SECRET, "AWS4" + secret);
        parts.put(Part.DAY, scope.day());
        parts.put(Part.REGION, scope.region());
        parts.put(Part.SERVICE, scope.service());
        bases.add(parts);
      }
    }
  }

  private String date(QueryText query) {
    String date = scope.isPresigned() ? query.value("X-Amz-Date") : head.first("x-amz-date");
    date = date == null ? head.first("date") : date;
    return date == null ? "" : date.trim();
  }

  private Set<String> payloads() {
    Set<String> payloads = new LinkedHashSet<>();
    String said = head.first("x-amz-content-sha256");
    if (said != null) {
      payloads.add(said.trim());
    } else if (scope.isPresigned()) {
      payloads.add("UNSIGNED-PAYLOAD");
    }
    if (said == null && head.body() != null) {
      payloads.add(text.sha256(head.body()));
    }
    if (payloads.isEmpty()) {
      payloads.add(EMPTY);
    }
    return payloads;
  }

  private void method() {
    for (String other : new String[] {"GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"}) {
      if (!other.equals(head.method())) {
        add(Part.METHOD, other, "the method was signed as " + other);
      }
    }
    add(Part.METHOD, head.method().toLowerCase(Locale.ROOT), "the method was signed in lower case");
  }

  private void path(QueryText query) {
    String path = query.path();
    boolean slash = path.length() > 1 && path.endsWith("/");
    add(Part.PATH, "/", "the path was signed as /");
    add(Part.PATH, "", "the path was signed as an empty line");
    add(
        Part.PATH,
        slash ? path.substring(0, path.length() - 1) : path + "/",
        slash
            ? "the path was signed without the slash at its end"
            : "the path was signed with a slash at its end that is not sent");
    add(Part.PATH, UriText.decoded(path), "the path was signed decoded");
    add(Part.PATH, UriText.encoded(path, false), "the slashes of the path were signed encoded");
    add(Part.PATH, path.substring(1), "the path was signed without its first slash");
    String full = head.target();
    add(Part.PATH, full, "the query was signed as a part of the path");
    add(
        Part.PATH,
        "https://" + head.authority() + path,
        "the whole address was signed as the path");
    add(
        Part.PATH,
        UriText.encoded(UriText.encoded(path, true), true),
        "the path was encoded once more than it should");
  }

  private void query(QueryText query) {
    add(Part.QUERY, "", "the query was not signed");
    add(
        Part.QUERY,
        query.raw(),
        "the query was signed as it is sent, not sorted by name and encoded by RFC 3986");
    add(Part.QUERY, query.sortedRaw(), "the query was signed sorted and not encoded by RFC 3986");
    add(Part.QUERY, query.unsorted(), "the query was signed in another order than sorted by name");
    add(Part.QUERY, UriText.decoded(query.canonical()), "the query was signed decoded");
    add(
        Part.QUERY,
        query.canonical().replace("%20", "+"),
        "spaces of the query were signed as + and not as %20");
    add(Part.QUERY, "?" + query.canonical(), "the query was signed with its question mark");
  }

  private void payload() {
    String said = head.first("x-amz-content-sha256");
    byte[] body = head.body();
    add(Part.PAYLOAD, EMPTY, "the payload was signed as empty");
    add(Part.PAYLOAD, "UNSIGNED-PAYLOAD", "the payload was signed as UNSIGNED-PAYLOAD");
    add(Part.PAYLOAD, "", "no hash of the payload was signed");
    if (said != null) {
      add(
          Part.PAYLOAD,
          said.trim().toUpperCase(Locale.ROOT),
          "the payload's hash was signed in upper case");
    }
    if (body != null) {
      String hash = text.sha256(body);
      String content = new String(body, ISO_8859_1);
      add(Part.PAYLOAD, hash, "the payload's hash was signed, x-amz-content-sha256 says another");
      add(
          Part.PAYLOAD,
          hash.toUpperCase(Locale.ROOT),
          "the payload's hash was signed in upper case");
      add(Part.PAYLOAD, content, "the payload itself was signed, not its hash");
      add(
          Part.PAYLOAD,
          text.sha256((content + "\n").getBytes(ISO_8859_1)),
          "the payload was signed with a line feed at its end that is not sent");
      add(
          Part.PAYLOAD,
          text.sha256(content.trim().getBytes(ISO_8859_1)),
          "the payload was signed without the white space at its ends");
      add(
          Part.PAYLOAD,
          text.sha256(content.getBytes(UTF_8)),
          "the payload was signed as UTF-8 of text that is sent as ISO-8859-1");
    }
    add(Part.END, "\n", "a line feed was signed after the canonical request");
  }

  private void key(Endpoint endpoint, String secret, String date) {
    String base = scope.day() + '/' + scope.region() + '/' + scope.service();
    add(Part.SCOPE, base, "the scope was signed without aws4_request");
    add(
        Part.SCOPE,
        scope.accessKey() + '/' + base + "/aws4_request",
        "the access key id was signed as a part of the scope");
    add(Part.DATE, scope.day(), "the day was signed in place of the date and time");
    add(Part.DATE, head.first("date"), "the header Date was signed in place of X-Amz-Date");
    add(Part.SECRET, secret, "the secret was used without AWS4 before it");
    add(Part.SECRET, "AWS4" + secret.trim(), "the secret was used without its white space");
    add(Part.SECRET, "AWS4" + scope.accessKey(), "the access key id was used as the secret");
    add(Part.DAY, date, "the key was derived from the date and time, not from the day");
    if (endpoint != null && endpoint.region() != null) {
      add(
          Part.REGION,
          endpoint.region(),
          "the key was derived for the host's region and the scope says another");
    }
    if (endpoint != null && endpoint.signingName() != null) {
      add(
          Part.SERVICE,
          endpoint.signingName(),
          "the key was derived for the host's service and the scope says another");
    }
    for (String other : new String[] {"us-east-1", "eu-west-1", "us-west-2"}) {
      add(
          Part.REGION,
          other,
          "the key was derived for the region " + other + " and the scope says another");
    }
    for (String other : new String[] {"s3", "execute-api", "es", "lambda", "sts"}) {
      add(
          Part.SERVICE,
          other,
          "the key was derived for the service " + other + " and the scope says another");
    }
  }
}
