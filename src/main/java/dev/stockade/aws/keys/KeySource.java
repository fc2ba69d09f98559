package dev.stockade.aws.keys;

import java.security.PublicKey;

/** Asked for a key that no signer was seen to use. */
public interface KeySource {
  /**
   * The key of a scope, or null when the source has no secret of that access key.
   *
   * @param day such as {@code 20150830}
   */
  byte[] signingKey(String accessKeyId, String day, String region, String service);

  /** The key that proves SigV4a signatures of an access key; null when it is not known. */
  default PublicKey publicKey(String accessKeyId) {
    return null;
  }
}
