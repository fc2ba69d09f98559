package dev.stockade.aws.keys;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/**
 * The public half of the P-256 key that SigV4a derives from a secret (NIST SP 800-108 in counter
 * mode, as in aws-c-auth's {@code key_derivation.c}). Slow, about a millisecond or more: once per
 * access key.
 */
public final class EcdsaKeys {
  private static final BigInteger TWO = BigInteger.valueOf(2);
  private static final BigInteger THREE = BigInteger.valueOf(3);
  private static final String LABEL = "AWS4-ECDSA-P256-SHA256";

  private EcdsaKeys() {}

  /** Null when this JVM has no P-256. */
  public static PublicKey publicKey(String accessKeyId, String secret) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
      BigInteger number = privateNumber(accessKeyId, secret, curve.getOrder());
      if (number == null) {
        return null;
      }
      return KeyFactory.getInstance("EC")
          .generatePublic(new ECPublicKeySpec(times(number, curve), curve));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static BigInteger privateNumber(String accessKeyId, String secret, BigInteger order) {
    byte[] key = ("AWS4A" + secret).getBytes(StandardCharsets.UTF_8);
    byte[] label = LABEL.getBytes(StandardCharsets.UTF_8);
    byte[] id = accessKeyId.getBytes(StandardCharsets.UTF_8);
    try {
      for (int counter = 1; counter < 255; counter++) {
        ByteBuffer input = ByteBuffer.allocate(4 + label.length + 1 + id.length + 1 + 4);
        input.putInt(1).put(label).put((byte) 0).put(id).put((byte) counter).putInt(256);
        byte[] output = KeyDerivation.hmac(key, input.array());
        BigInteger candidate = new BigInteger(1, output);
        Arrays.fill(output, (byte) 0);
        if (candidate.compareTo(order.subtract(TWO)) <= 0) {
          return candidate.add(BigInteger.ONE);
        }
      }
      return null;
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static ECPoint times(BigInteger number, ECParameterSpec curve) {
    BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger a = curve.getCurve().getA();
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
      sum = plus(sum, sum, p, a);
      if (number.testBit(bit)) {
        sum = plus(sum, curve.getGenerator(), p, a);
      }
    }
    return sum;
  }

  private static ECPoint plus(ECPoint one, ECPoint other, BigInteger p, BigInteger a) {
    if (one.equals(ECPoint.POINT_INFINITY)) {
      return other;
    }
    BigInteger slope;
    if (one.equals(other)) {
      BigInteger top = one.getAffineX().pow(2).multiply(THREE).add(a);
      slope = top.multiply(one.getAffineY().shiftLeft(1).modInverse(p));
    } else {
      BigInteger run = other.getAffineX().subtract(one.getAffineX()).mod(p);
      slope = other.getAffineY().subtract(one.getAffineY()).multiply(run.modInverse(p));
    }
    slope = slope.mod(p);
    BigInteger x = slope.pow(2).subtract(one.getAffineX()).subtract(other.getAffineX()).mod(p);
    BigInteger y = slope.multiply(one.getAffineX().subtract(x)).subtract(one.getAffineY()).mod(p);
    return new ECPoint(x, y);
  }
}
