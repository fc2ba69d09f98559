package dev.stockade.aws.keys;

import dev.stockade.aws.text.HmacKey;
import dev.stockade.aws.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Derives from a secret the key that signs for one day, region and service (AWS General Reference,
 * "Create a signed AWS API request", step 4).
 */
public final class KeyDerivation {
  private KeyDerivation() {}

  public static byte[] signingKey(String secret, String day, String region, String service) {
    byte[] start = ascii("AWS4" + secret);
    byte[] key = hash(start, day);
    Arrays.fill(start, (byte) 0);
    for (String part : new String[] {region, service, "aws4_request"}) {
      byte[] next = hash(key, part);
      Arrays.fill(key, (byte) 0);
      key = next;
    }
    return key;
  }

  private static byte[] hash(byte[] key, String text) {
    return hmac(key, ascii(text));
  }

  static byte[] hmac(byte[] key, byte[] message) {
    Sha256 sha = new Sha256();
    byte[] out = new byte[Sha256.LENGTH];
    byte[] shortKey = key;
    if (key.length > Sha256.BLOCK) {
      shortKey = new byte[Sha256.LENGTH];
      sha.of(key, 0, key.length, shortKey);
    }
    HmacKey blocks = new HmacKey(shortKey);
    sha.hmac(blocks, message, 0, message.length, out);
    blocks.wipe();
    return out;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
