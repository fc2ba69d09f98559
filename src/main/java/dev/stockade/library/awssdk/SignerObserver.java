package dev.stockade.library.awssdk;

import dev.stockade.aws.keys.CredentialHash;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.base.Digest;

/**
 * Observes the signers of the AWS SDKs: the signing keys that they derive and the canonical
 * requests that they sign. Secrets are never asked for, and nothing of a signer is changed.
 */
public final class SignerObserver {
  private final SigningKeys keys;
  private final SignedRequests log;

  /** From the step that makes the string to sign to the next one, which signs it. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<String> canonicalRequest = new ThreadLocal<String>();

  /** Signers derive the key just before they sign, on the same thread. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<String> credential = new ThreadLocal<String>();

  public SignerObserver(SigningKeys keys, SignedRequests log) {
    this.keys = keys;
    this.log = log;
  }

  /**
   * A signing key was derived or found in the SDK's own cache.
   *
   * @param day as in a credential scope, such as {@code 20261124}
   */
  void derived(String accessKeyId, String day, String region, String service, byte[] signingKey) {
    if (accessKeyId != null && day != null && region != null && service != null) {
      keys.add(accessKeyId, day, region, service, signingKey);
      credential.set(accessKeyId + '/' + day + '/' + region + '/' + service + "/aws4_request");
    }
  }

  /** A request was brought into canonical form on this thread and will be signed next. */
  void canonical(String request) {
    canonicalRequest.set(request);
  }

  /** The request of this thread was signed. */
  void signed(byte[] signature) {
    String request = canonicalRequest.get();
    if (request == null || signature == null) {
      return;
    }
    canonicalRequest.remove();
    signed(request, Digest.hex(signature));
  }

  /**
   * A request was signed, and with what.
   *
   * @param signature in lower-case hexadecimal
   * @param credential {@code ID/day/region/service/aws4_request}, of which an id may have slashes
   *     too; null when not known
   */
  void signed(String request, String signature, String credential, byte[] signingKey) {
    if (credential == null) {
      log.signed(request, signature, null);
      return;
    }
    log.signed(request, signature, keys.add(credential, signingKey));
  }

  /**
   * A request was signed.
   *
   * @param signature in lower-case hexadecimal
   */
  void signed(String request, String signature) {
    String signedAs = credential.get();
    credential.remove();
    log.signed(request, signature, signedAs == null ? null : CredentialHash.of(signedAs));
  }
}
