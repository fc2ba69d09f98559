package dev.stockade.cli.request;

import java.io.ByteArrayOutputStream;

/** Takes the chunks of HTTP off a body (RFC 9112, section 7.1); line ends of LF are taken too. */
final class ChunkedBody {
  private final byte[] bytes;
  private int at;

  private ChunkedBody(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** What the chunks hold, or null when the last one is missing or one is not well formed. */
  static byte[] content(byte[] bytes, int from) {
    return new ChunkedBody(bytes, from).content();
  }

  private byte[] content() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (true) {
      int size = size();
      if (size < 0 || size > bytes.length - at) {
        return null;
      }
      if (size == 0) {
        return out.toByteArray();
      }
      out.write(bytes, at, size);
      at += size;
      if (at < bytes.length && bytes[at] == '\r') {
        at++;
      }
      if (at >= bytes.length || bytes[at++] != '\n') {
        return null;
      }
    }
  }

  private int size() {
    int size = 0;
    int digits = 0;
    for (; at < bytes.length; at++, digits++) {
      int digit = Character.digit(bytes[at], 16);
      if (digit < 0) {
        break;
      }
      if (digits == 7) {
        return -1;
      }
      size = size * 16 + digit;
    }
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    if (digits == 0 || at == bytes.length) {
      return size == 0 && digits > 0 ? 0 : -1;
    }
    at++;
    return size;
  }
}
