package dev.stockade.aws.keys;

import dev.stockade.aws.text.SeededHash;

/**
 * The hashes of who signed and for what: of an access key id, which is no part of what is signed,
 * and of the credential scope.
 */
public final class CredentialHash {
  final long id;
  final long scope;

  private CredentialHash(String id, String scope) {
    // Signers take blanks off a configured id before they send it.
    this.id = SeededHash.add(SeededHash.START, id.trim());
    this.scope = SeededHash.add(SeededHash.START, scope);
  }

  /**
   * @param credential {@code ID/day/region/service/aws4_request}, of which an id may have slashes
   */
  public static CredentialHash of(String credential) {
    String scope = scope(credential);
    String id = credential.substring(0, Math.max(0, credential.length() - scope.length() - 1));
    return new CredentialHash(id, scope);
  }

  /** The last four parts of a credential. */
  static String scope(String credential) {
    int from = credential.length();
    for (int i = 0; i < 4; i++) {
      from = credential.lastIndexOf('/', from - 1);
    }
    return credential.substring(from + 1);
  }
}
