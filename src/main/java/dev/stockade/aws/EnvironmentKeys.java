package dev.stockade.aws;

/** Scaffold. */
public final class EnvironmentKeys implements KeySource {
  @Override
  public byte[] signingKey(String accessKeyId, String day, String region, String service) {
    return null;
  }
}
