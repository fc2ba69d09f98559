package dev.stockade.aws.keys;

import java.security.PublicKey;
import java.util.function.UnaryOperator;

/**
 * Keys from the places where a process finds its credentials without any library: the environment
 * and the system properties of both SDKs. They are read when asked for and forgotten again.
 */
public final class EnvironmentKeys implements KeySource {
  private static final String ID = "aws.accessKeyId";

  private final UnaryOperator<String> environment;
  private final UnaryOperator<String> properties;
  private final SecretKeys keys = new SecretKeys(this::secret);

  public EnvironmentKeys() {
    this(System::getenv, System::getProperty);
  }

  public EnvironmentKeys(UnaryOperator<String> environment, UnaryOperator<String> properties) {
    this.environment = environment;
    this.properties = properties;
  }

  /** As the interface, so that the verification of who passes it on loads nothing at start. */
  public static KeySource create() {
    return new EnvironmentKeys();
  }

  @Override
  public byte[] signingKey(String accessKeyId, String day, String region, String service) {
    return keys.signingKey(accessKeyId, day, region, service);
  }

  @Override
  public PublicKey publicKey(String accessKeyId) {
    return keys.publicKey(accessKeyId);
  }

  private String secret(String accessKeyId) {
    try {
      if (accessKeyId.equals(trimmed(environment.apply("AWS_ACCESS_KEY_ID")))) {
        return trimmed(environment.apply("AWS_SECRET_ACCESS_KEY"));
      }
      if (accessKeyId.equals(trimmed(properties.apply(ID)))) {
        String secret = properties.apply("aws.secretAccessKey");
        return trimmed(secret != null ? secret : properties.apply("aws.secretKey"));
      }
    } catch (SecurityException e) {
      // The host forbids to read them, so there is nothing to compute with.
      return null;
    }
    return null;
  }

  /** The SDKs trim both; a secret that came from a file often ends with a line feed. */
  private static String trimmed(String value) {
    return value == null ? null : value.trim();
  }
}
