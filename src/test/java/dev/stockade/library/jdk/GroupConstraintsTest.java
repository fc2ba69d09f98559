package dev.stockade.library.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.security.spec.ECGenParameterSpec;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupConstraintsTest {
  private static final Set<CryptoPrimitive> AGREEMENT = Set.of(CryptoPrimitive.KEY_AGREEMENT);
  private static final Set<CryptoPrimitive> SIGNATURE = Set.of(CryptoPrimitive.SIGNATURE);

  /** Forbids MD5 and nothing else. */
  private static final AlgorithmConstraints OWN =
      new AlgorithmConstraints() {
        @Override
        public boolean permits(
            Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
          return !algorithm.equals("MD5");
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
          return key == null;
        }

        @Override
        public boolean permits(
            Set<CryptoPrimitive> primitives,
            String algorithm,
            Key key,
            AlgorithmParameters parameters) {
          return !algorithm.equals("MD5");
        }
      };

  @Test
  void aGroupIsForbiddenByItsNameForKeyAgreementAlone() {
    AlgorithmConstraints constraints = new GroupConstraints(OWN, Set.of("x25519"), Set.of());

    assertThat(constraints.permits(AGREEMENT, "x25519", null)).isFalse();
    assertThat(constraints.permits(AGREEMENT, "secp256r1", null)).isTrue();
    assertThat(constraints.permits(SIGNATURE, "x25519", null)).isTrue();
    assertThat(constraints.permits(AGREEMENT, "MD5", null)).isFalse();
    assertThat(constraints.permits(AGREEMENT, "MD5", null, null)).isFalse();
    assertThat(constraints.permits(AGREEMENT, null)).isTrue();
  }

  @Test
  void orByTheVeryParametersOfJdk8() throws Exception {
    AlgorithmParameters denied = curve("secp256r1");
    AlgorithmConstraints constraints =
        new GroupConstraints(OWN, Set.of("secp256r1"), Set.of(denied));

    assertThat(constraints.permits(AGREEMENT, "EC", denied)).isFalse();
    assertThat(constraints.permits(AGREEMENT, "EC", curve("secp256r1"))).isTrue();
    assertThat(constraints.permits(SIGNATURE, "EC", denied)).isTrue();
  }

  private static AlgorithmParameters curve(String name) throws Exception {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name));
    return parameters;
  }
}
