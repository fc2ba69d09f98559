package dev.stockade.apps;

import java.net.MalformedURLException;
import java.net.URL;

/** What the tampering programs put in place of what was signed. */
final class Tampering {
  /** SHA-256 of no bytes, in lower-case hexadecimal, with its first digit changed. */
  static final String OTHER_HASH =
      "f3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private Tampering() {}

  /** Changes the last digit of the signature that ends an Authorization header. */
  static String otherSignature(String authorization) {
    int last = authorization.length() - 1;
    return authorization.substring(0, last) + (authorization.charAt(last) == '0' ? '1' : '0');
  }

  /** Changes the last digit of a date such as {@code 20261123T184500Z}. */
  static String otherSecond(String date) {
    int last = date.length() - 2;
    return date.substring(0, last) + (date.charAt(last) == '0' ? '1' : '0') + "Z";
  }

  /** A presigned URL, with one more query parameter if the call is odd in that. */
  static URL url(AwsCall call, URL presigned) throws MalformedURLException {
    return call.is("query") ? new URL(presigned + "&tampered=1") : presigned;
  }
}
