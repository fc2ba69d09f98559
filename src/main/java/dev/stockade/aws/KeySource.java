package dev.stockade.aws;

/** Scaffold. */
public interface KeySource {
  byte[] signingKey(String accessKeyId, String day, String region, String service);
}
