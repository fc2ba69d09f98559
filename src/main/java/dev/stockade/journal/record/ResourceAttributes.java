package dev.stockade.journal.record;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/**
 * The variable in which operators describe a process to OpenTelemetry (its specification of SDK
 * environment variables): {@code key=value,key=value}, values percent-encoded.
 */
final class ResourceAttributes {
  /** Characters; a longer one is not read. */
  private static final int MAX_LENGTH = 8192;

  private ResourceAttributes() {}

  /** By key; what is none is left out. */
  static Map<String, String> of(String text) {
    Map<String, String> attributes = new HashMap<>();
    if (text == null || text.length() > MAX_LENGTH) {
      return attributes;
    }
    for (String part : text.split(",", 0)) {
      int equals = part.indexOf('=');
      String value = equals < 0 ? null : decoded(part.substring(equals + 1).trim());
      if (value != null) {
        attributes.put(part.substring(0, equals).trim(), value);
      }
    }
    return attributes;
  }

  /** Null where it is no such encoding. */
  private static String decoded(String value) {
    try {
      // That decoder is for forms, in which a plus is a blank.
      return value.indexOf('%') < 0 ? value : URLDecoder.decode(value.replace("+", "%2B"), "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      return null;
    }
  }
}
