package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.DSAPublicKeySpec;
import java.security.spec.KeySpec;
import javax.crypto.spec.DHPublicKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that no certificate of the tests has; their numbers need not be good, only long. */
class KeyFactsTest {
  @ParameterizedTest
  @ValueSource(ints = {1024, 2048, 3072})
  void aDiffieHellmanKeyHasTheSizeOfItsPrime(int bits) throws Exception {
    BigInteger prime = ofBits(bits);
    assertKey("DH", new DHPublicKeySpec(BigInteger.TEN, prime, BigInteger.TWO), bits);
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 2048})
  void soHasADsaKey(int bits) throws Exception {
    BigInteger prime = ofBits(bits);
    assertKey(
        "DSA", new DSAPublicKeySpec(BigInteger.TEN, prime, ofBits(256), BigInteger.TWO), bits);
  }

  @Test
  void aKeyOfAnotherKindHasNone() {
    KeyFacts facts = new KeyFacts(new OtherKey());
    assertThat(facts.type).isEqualTo("ML-DSA");
    assertThat(facts.bits).isZero();
    assertThat(facts.curve).isNull();
  }

  private static void assertKey(String type, KeySpec numbers, int bits) throws Exception {
    KeyFacts facts = new KeyFacts(KeyFactory.getInstance(type).generatePublic(numbers));
    assertThat(facts.type).isEqualTo(type);
    assertThat(facts.bits).isEqualTo(bits);
    assertThat(facts.curve).isNull();
  }

  private static BigInteger ofBits(int bits) {
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }

  private static final class OtherKey implements PublicKey {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
      return "ML-DSA";
    }

    @Override
    public String getFormat() {
      return "X.509";
    }

    @Override
    public byte[] getEncoded() {
      return new byte[0];
    }
  }
}
