package dev.stockade.apps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The status page that {@code openssl s_server -www} answers: the peer's own account of the
 * session, from which the lines on the protocol and the cipher are kept.
 */
final class OpensslPage {
  private static final Pattern FACT =
      Pattern.compile("(?m)^\\s*((?:Protocol|Cipher)\\s*:.*?)\\s*$");

  private OpensslPage() {}

  /** Returns the kept lines, each on a new line after {@code "| "}; empty for any other page. */
  static String facts(String page) {
    StringBuilder facts = new StringBuilder();
    for (Matcher line = FACT.matcher(page); line.find(); ) {
      facts.append("\n| ").append(line.group(1));
    }
    return facts.toString();
  }

  static String read(InputStream in) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    copy(in, page);
    return text(page);
  }

  static void copy(InputStream in, ByteArrayOutputStream page) throws IOException {
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      page.write(buffer, 0, n);
    }
  }

  static String text(ByteArrayOutputStream page) {
    return new String(page.toByteArray(), StandardCharsets.ISO_8859_1);
  }
}
