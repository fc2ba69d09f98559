package dev.stockade.cli.follow.otlp;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Headers for a collector, from the variable that all of OpenTelemetry reads: a credential does not
 * belong on a command line, which everybody on the machine can see.
 */
public final class OtlpHeaders {
  public static final String VARIABLE = "OTEL_EXPORTER_OTLP_HEADERS";

  private OtlpHeaders() {}

  /**
   * @param text {@code name=value,name=value}, percent-encoded; or null
   * @throws IllegalArgumentException when it is not; does not show the text
   */
  public static Map<String, String> of(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (text == null || text.trim().isEmpty()) {
      return headers;
    }
    for (String one : text.split(",", -1)) {
      int equals = one.indexOf('=');
      String name = equals < 0 ? "" : one.substring(0, equals).trim();
      if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
        throw new IllegalArgumentException(VARIABLE + " is not written name=value,name=value");
      }
      headers.put(name, decoded(one.substring(equals + 1).trim()));
    }
    return headers;
  }

  /** Percent-encoding, in which a plus is a plus. */
  private static String decoded(String value) {
    try {
      String decoded = URLDecoder.decode(value.replace("+", "%2B"), "UTF-8");
      if (decoded.indexOf('\r') < 0 && decoded.indexOf('\n') < 0) {
        return decoded;
      }
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalArgumentException(VARIABLE + " holds a value that is not percent-encoded");
  }
}
