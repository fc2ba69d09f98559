package dev.stockade.policy.aws;

import java.util.Locale;

/**
 * The type of credential with which an AWS request identifies its sender, by the name in {@code
 * aws.credential}.
 */
public enum CredentialType {
  /** A long-term access key. */
  STATIC,
  /** An access key of STS, with a session token. */
  TEMPORARY,
  NONE,
  /** A bearer token, an API key, a cookie or another thing that is not an AWS signature. */
  OTHER;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records. */
  public String label() {
    return label;
  }
}
