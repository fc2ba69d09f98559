package dev.stockade.aws.sigv4;

import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import java.util.List;

/**
 * The result of verifying the signature of one request. Immutable; requests that are alike share
 * one, so a good request costs no new one.
 */
public final class VerificationResult {
  private final SignatureStatus signature;
  private final CredentialType credential;
  private final String accessKeyEnd;
  private final String diagnosis;
  private final List<Observation> observations;

  VerificationResult(
      SignatureStatus signature,
      CredentialType credential,
      String accessKeyEnd,
      String diagnosis,
      List<Observation> observations) {
    this.signature = signature;
    this.credential = credential;
    this.accessKeyEnd = accessKeyEnd;
    this.diagnosis = diagnosis;
    this.observations = observations;
  }

  /**
   * Null when the request carries no AWS signature at all: whether it needs one is for the endpoint
   * and the operation to say.
   */
  public SignatureStatus signature() {
    return signature;
  }

  public CredentialType credential() {
    return credential;
  }

  /** At most the last four characters of the access key id; null without one. */
  public String accessKeyEnd() {
    return accessKeyEnd;
  }

  /**
   * What a person wants to know beyond the word: which canonical form was right when it was not the
   * usual one, what was changed after signing; null when there is nothing to add.
   */
  public String diagnosis() {
    return diagnosis;
  }

  /** What offends a rule or is worth a note; empty for a good request. */
  public List<Observation> observations() {
    return observations;
  }
}
