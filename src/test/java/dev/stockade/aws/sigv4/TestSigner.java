package dev.stockade.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.aws.keys.CredentialHash;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.WireRequest;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signer written from the AWS General Reference with strings, sharing nothing with the code under
 * test.
 */
public final class TestSigner {
  public static final String ID = "AKIAIOSFODNN7EXAMPLE";
  public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  private final String id;
  private final String date;
  private final String region;
  private final String service;
  private String canonicalRequest;
  private String signature;

  public TestSigner(String id, String date, String region, String service) {
    this.id = id;
    this.date = date;
    this.region = region;
    this.service = service;
  }

  /** Signs all headers that are there. */
  public WireRequest sign(WireRequest request) {
    WireRequest dated = request.adding("X-Amz-Date", date);
    Map<String, String> headers = canonicalHeaders(dated);
    String names = String.join(";", headers.keySet());
    String payload = dated.header("x-amz-content-sha256");
    signature = signature(dated, query(dated.target()), headers, names, payload);
    return dated.adding(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential="
            + credential()
            + ", SignedHeaders="
            + names
            + ", Signature="
            + signature);
  }

  /** Makes a presigned request in which only the host is signed. */
  WireRequest presign(WireRequest request, int seconds, String payload) {
    String target =
        request.target()
            + (request.target().contains("?") ? "&" : "?")
            + "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
            + encode(credential())
            + "&X-Amz-Date="
            + date
            + "&X-Amz-Expires="
            + seconds
            + "&X-Amz-SignedHeaders=host";
    WireRequest longer = request.withTarget(target);
    Map<String, String> headers = canonicalHeaders(longer);
    headers.keySet().retainAll(List.of("host"));
    signature = signature(longer, query(target), headers, "host", payload);
    return longer.withTarget(target + "&X-Amz-Signature=" + signature);
  }

  public String canonicalRequest() {
    return canonicalRequest;
  }

  public String signature() {
    return signature;
  }

  /** The key as an SDK's signer would show it. */
  public void show(SigningKeys keys) {
    keys.add(id, date.substring(0, 8), region, service, key());
  }

  /** Who signed and for what, as an SDK's signer would show it. */
  public CredentialHash signedAs() {
    return CredentialHash.of(credential());
  }

  String credential() {
    return id + "/" + scope();
  }

  public String scope() {
    return date.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
  }

  private String signature(
      WireRequest request,
      String query,
      Map<String, String> headers,
      String names,
      String payload) {
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    canonicalRequest =
        String.join(
            "\n",
            request.method(),
            path(request.target()),
            query,
            lines,
            names,
            payload != null ? payload : sha256(request.body()));
    String toSign =
        String.join(
            "\n", "AWS4-HMAC-SHA256", date, scope(), sha256(canonicalRequest.getBytes(UTF_8)));
    return HexFormat.of().formatHex(hmac(key(), toSign));
  }

  private static Map<String, String> canonicalHeaders(WireRequest request) {
    Map<String, String> headers = new TreeMap<>();
    for (WireRequest.Header header : request.headers()) {
      headers.merge(
          header.name().toLowerCase(Locale.ROOT),
          header.value().trim().replaceAll("\\s+", " "),
          (one, other) -> one + "," + other);
    }
    return headers;
  }

  private String path(String target) {
    String path = target.split("\\?", 2)[0];
    if (service.equals("s3")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        kept.subList(Math.max(0, kept.size() - 1), kept.size()).clear();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.add(encode(segment));
      }
    }
    String joined = "/" + String.join("/", kept);
    return path.endsWith("/") && !kept.isEmpty() ? joined + "/" : joined;
  }

  /** Parameters that are encoded on the wire as RFC 3986 wants it already. */
  private static String query(String target) {
    String[] parts = target.split("\\?", 2);
    if (parts.length == 1) {
      return "";
    }
    List<List<String>> pairs = new ArrayList<>();
    for (String pair : parts[1].split("&", -1)) {
      String[] sides = pair.split("=", 2);
      pairs.add(List.of(sides[0], sides.length == 1 ? "" : sides[1]));
    }
    Collections.sort(
        pairs,
        (one, other) -> {
          int byName = one.get(0).compareTo(other.get(0));
          return byName != 0 ? byName : one.get(1).compareTo(other.get(1));
        });
    return pairs.stream().map(pair -> String.join("=", pair)).collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private byte[] key() {
    byte[] key = ("AWS4" + SECRET).getBytes(UTF_8);
    for (String part : Arrays.asList(date.substring(0, 8), region, service, "aws4_request")) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
