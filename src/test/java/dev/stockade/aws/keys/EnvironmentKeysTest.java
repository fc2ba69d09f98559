package dev.stockade.aws.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentKeysTest {
  private static final byte[] KEY =
      KeyDerivation.signingKey("the-secret", "20261124", "eu-west-1", "s3");

  /** Secrets that come from files often end with a line feed; every SDK takes it away. */
  @Test
  void whiteSpaceAroundCredentialsIsNotPartOfThem() {
    Map<String, String> environment =
        Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE\n", "AWS_SECRET_ACCESS_KEY", "the-secret\r\n");
    Map<String, String> properties =
        Map.of("aws.accessKeyId", " AKIAEXAMPLE", "aws.secretKey", "the-secret ");

    assertThat(key(new EnvironmentKeys(environment::get, name -> null))).isEqualTo(KEY);
    assertThat(key(new EnvironmentKeys(name -> null, properties::get))).isEqualTo(KEY);
  }

  private static byte[] key(EnvironmentKeys keys) {
    return keys.signingKey("AKIAEXAMPLE", "20261124", "eu-west-1", "s3");
  }
}
