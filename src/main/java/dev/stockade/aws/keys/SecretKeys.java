package dev.stockade.aws.keys;

import java.security.PublicKey;
import java.util.function.UnaryOperator;

/** Derives keys from secrets that others hold; keeps none. */
public final class SecretKeys implements KeySource {
  private final UnaryOperator<String> secrets;

  /**
   * @param secrets the secret of an access key id, or null
   */
  public SecretKeys(UnaryOperator<String> secrets) {
    this.secrets = secrets;
  }

  @Override
  public byte[] signingKey(String accessKeyId, String day, String region, String service) {
    String secret = secrets.apply(accessKeyId);
    return secret == null ? null : KeyDerivation.signingKey(secret, day, region, service);
  }

  @Override
  public PublicKey publicKey(String accessKeyId) {
    String secret = secrets.apply(accessKeyId);
    return secret == null ? null : EcdsaKeys.publicKey(accessKeyId, secret);
  }
}
