package dev.stockade.aws;

/** Scaffold. */
public final class SigningLog {
  public void signed(String canonicalRequest, String signatureHex) {}
}
