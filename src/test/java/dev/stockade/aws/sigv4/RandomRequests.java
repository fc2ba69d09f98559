package dev.stockade.aws.sigv4;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Odd requests from a seed: paths, repeated and empty parameters, white space, long headers. */
final class RandomRequests {
  private static final String[] SEGMENTS = {
    "a",
    "orders",
    "17",
    "a-b_c.d~e",
    "%20",
    "a%20b",
    "%2F",
    "x%2Fy",
    "%C3%A9",
    "%E2%82%AC",
    "%25",
    "a%2Bb",
    "%3A",
    "arn%3Aaws%3Alambda",
    "%40",
    "%28x%29",
    "%2A",
    "some%40email.com",
    "%7Etilde"
  };
  private static final String[] NAMES = {
    "prefix", "a", "A", "list-type", "", "key with space", "é", "€", "a+b", "x=y", "p.1", "p-1", "*"
  };
  private static final String[] VALUES = {
    "", "1", "a b", "a+b", "a%20b", "é", "日本", "~*'()", "a=b&c", "/x/y", "z".repeat(300)
  };
  private static final String[] HEADERS = {
    "x-amz-meta-a", "X-Amz-Target", "Content-Type", "accept-language", "x-custom", "x-amz-meta-b"
  };
  private static final String[] TEXTS = {
    "",
    "plain",
    "  trimmed  ",
    "two  spaces",
    "tab\tinside",
    "\"quoted  text\"",
    "a,b",
    "k=v; q=0.5",
    "long ".repeat(200)
  };

  private final Random random;

  RandomRequests(long seed) {
    random = new Random(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int number(int below) {
    return random.nextInt(below);
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String of(String[] all) {
    return all[random.nextInt(all.length)];
  }

  /**
   * As on the wire. It neither begins with two slashes nor climbs above the root: java.net.URI,
   * with which both SDKs normalise, makes of those what no server does.
   */
  String path(boolean dots) {
    StringBuilder path = new StringBuilder();
    int depth = 0;
    for (int i = random.nextInt(6); i > 0; i--) {
      String segment = of(SEGMENTS);
      if (dots && depth > 0 && chance(20)) {
        segment = of(new String[] {".", "..", ""});
      }
      depth += segment.equals("..") ? -1 : segment.equals(".") || segment.isEmpty() ? 0 : 1;
      path.append('/').append(segment);
    }
    return path.append(path.length() == 0 || chance(20) ? "/" : "").toString();
  }

  /** Decoded. */
  Map<String, List<String>> parameters(boolean named) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (int i = chance(40) ? 0 : random.nextInt(6); i > 0; i--) {
      String name = of(NAMES);
      if (!named || !name.isEmpty()) {
        parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(of(VALUES));
      }
    }
    return parameters;
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      headers.put(of(HEADERS), of(TEXTS));
    }
    return headers;
  }

  byte[] body() {
    byte[] body = new byte[chance(30) ? 0 : random.nextInt(2000)];
    random.nextBytes(body);
    return body;
  }

  String token() {
    byte[] bytes = new byte[300 + random.nextInt(600)];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
