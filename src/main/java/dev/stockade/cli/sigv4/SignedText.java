package dev.stockade.cli.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.base.Digest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text that a signer may have signed, in parts that can be exchanged one by one, and the
 * signature that comes of them (AWS General Reference, "Create a signed AWS API request").
 */
final class SignedText {
  /** The parts of the canonical request, of the string to sign and of the key. */
  enum Part {
    METHOD,
    PATH,
    QUERY,
    HEADERS,
    SIGNED_HEADERS,
    PAYLOAD,
    END,
    DATE,
    SCOPE,
    SECRET,
    DAY,
    REGION,
    SERVICE
  }

  private final Map<String, byte[]> keys = new HashMap<>();
  private final MessageDigest sha = Digest.sha256();
  private final Mac mac;

  SignedText() {
    try {
      mac = Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String signature(EnumMap<Part, String> parts) {
    String canonical =
        parts.get(Part.METHOD)
            + '\n'
            + parts.get(Part.PATH)
            + '\n'
            + parts.get(Part.QUERY)
            + '\n'
            + parts.get(Part.HEADERS)
            + '\n'
            + parts.get(Part.SIGNED_HEADERS)
            + '\n'
            + parts.get(Part.PAYLOAD)
            + parts.get(Part.END);
    String toSign =
        "AWS4-HMAC-SHA256\n"
            + parts.get(Part.DATE)
            + '\n'
            + parts.get(Part.SCOPE)
            + '\n'
            + sha256(canonical.getBytes(UTF_8));
    return Digest.hex(hmac(key(parts), toSign));
  }

  String sha256(byte[] bytes) {
    return Digest.hex(sha.digest(bytes));
  }

  private byte[] key(EnumMap<Part, String> parts) {
    String secret = parts.get(Part.SECRET);
    String day = parts.get(Part.DAY);
    String region = parts.get(Part.REGION);
    String service = parts.get(Part.SERVICE);
    return keys.computeIfAbsent(
        String.join("\0", secret, day, region, service),
        name -> {
          byte[] key = secret.getBytes(UTF_8);
          for (String part : new String[] {day, region, service, "aws4_request"}) {
            key = hmac(key, part);
          }
          return key;
        });
  }

  private byte[] hmac(byte[] key, String text) {
    try {
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
