package dev.stockade.aws;

/** Scaffold. */
public final class SigningKeys {
  public void add(String accessKeyId, String day, String region, String service, byte[] key) {}
}
