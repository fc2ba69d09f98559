package dev.stockade.aws.sigv4;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.keys.KeySource;
import dev.stockade.aws.keys.SignedRequest;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.ObjectPool;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.sigv4.authorization.SignatureLocation;
import dev.stockade.aws.sigv4.canonical.CanonicalRequest;
import dev.stockade.policy.aws.CredentialType;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Verifies a request's AWS signature: by comparing it with what a signer of this process signed, or
 * by computing it again with a key that one used. Thread-safe.
 *
 * <p>Wrong is only what no accepted canonical form makes right; when something is not known that
 * might make it right, it is called unverifiable.
 */
public final class SignatureVerifier {
  private static final VerificationResult NONE = unsigned(CredentialType.NONE);
  private static final VerificationResult OTHER = unsigned(CredentialType.OTHER);
  private static final VerificationResult LEGACY =
      new VerificationResult(
          SignatureStatus.LEGACY,
          CredentialType.STATIC,
          null,
          "the request is signed with signature version 2, which cannot be checked without the"
              + " secret",
          Collections.singletonList(
              new Observation(
                  SignatureStatus.LEGACY.rule(),
                  "the request is signed with signature version 2; sign with version 4")));
  private static final VerificationResult FAILED =
      new VerificationResult(
          SignatureStatus.UNVERIFIABLE,
          CredentialType.OTHER,
          null,
          null,
          Collections.singletonList(
              new Observation(
                  null, "the signature could not be looked at, by a fault of Stockade")));

  private final EcdsaSignatures ecdsa = new EcdsaSignatures();
  private final AccessKeys identities = new AccessKeys();
  private final SigningKeys keys;
  private final SignedRequests log;
  private final KeyLookup finder;
  private final ObjectPool<VerifierWorkspace> scratch =
      new ObjectPool<>(() -> new VerifierWorkspace(ecdsa));

  /**
   * @param fallback asked for keys that no signer was seen to use; null for none
   */
  public SignatureVerifier(SigningKeys keys, SignedRequests log, KeySource fallback) {
    this.keys = keys;
    this.log = log;
    this.finder = new KeyLookup(keys, fallback);
  }

  private static VerificationResult unsigned(CredentialType credential) {
    return new VerificationResult(null, credential, null, null, none());
  }

  private static List<Observation> none() {
    return Collections.emptyList();
  }

  /**
   * Looks at one request. Never throws.
   *
   * @param endpoint what answers at the request's host; null when it is not known
   * @param nowMillis the time to compare dates with, in milliseconds since 1970
   */
  public VerificationResult verify(RequestHead head, Endpoint endpoint, long nowMillis) {
    try {
      SignatureLocation carried = SignatureLocation.of(head);
      switch (carried) {
        case NONE:
          return NONE;
        case OTHER:
          return OTHER;
        case LEGACY:
          return LEGACY;
        default:
          return look(head, carried, endpoint, nowMillis);
      }
    } catch (RuntimeException e) {
      // The request is the host's: whatever is wrong with this look at it must not become its
      // trouble.
      return FAILED;
    }
  }

  private VerificationResult look(
      RequestHead head, SignatureLocation carried, Endpoint endpoint, long nowMillis) {
    VerifierWorkspace work = scratch.take();
    try {
      return signed(work, head, carried, endpoint, nowMillis);
    } finally {
      work.wipe();
      scratch.give(work);
    }
  }

  private VerificationResult signed(
      VerifierWorkspace work,
      RequestHead head,
      SignatureLocation carried,
      Endpoint endpoint,
      long nowMillis) {
    keys.sweep(nowMillis);
    Authorization claim = work.claim;
    work.headers.read(head);
    String wrong = work.reader.read(head, carried, work.headers, claim);
    AccessKey identity = identities.of(claim.accessKey);
    if (wrong != null) {
      return wrong(identity, claim, SignatureStatus.MALFORMED, wrong);
    }
    if (claim.date == null || head.target() == null || head.method() == null) {
      return identity.unverifiable(
          claim.token, "the request's head is not known as a whole", none());
    }
    List<Observation> odd = ScopeAndClock.of(claim, identity, endpoint, head, nowMillis);
    SignedRequest logged = claim.ecdsa ? log.find(claim.signature) : log.find(claim.mac);
    boolean s3 = claim.isS3() || (endpoint != null && endpoint.isS3());
    if (odd.isEmpty() && logged != null && isSentAsSigned(work, logged, head, s3)) {
      return identity.valid(claim.token);
    }
    work.proof.begin(claim, logged != null && logged.isComparable(work.signed) ? logged : null);
    finder.find(claim, work.proof);
    if (!work.proof.isPossible() && !finder.askFallback(claim, work.proof)) {
      return identity.keyless(claim.token, odd);
    }
    String tooLarge = work.request.read(head, claim, work.headers, logged, s3, work.sha);
    if (tooLarge != null) {
      return identity.unverifiable(claim.token, tooLarge, odd);
    }
    if (work.candidates.findUsual(work.request, work.proof, work.sha)
        || work.candidates.findOther(work.request, work.proof, work.sha)
        || (finder.askFallback(claim, work.proof)
            && (work.candidates.findUsual(work.request, work.proof, work.sha)
                || work.candidates.findOther(work.request, work.proof, work.sha)))) {
      return right(work, identity, s3, odd);
    }
    return new MismatchDiagnosis(work, s3).verdict(identity, odd);
  }

  /** Whether that is certain without a canonical form; then nothing of what was signed is kept. */
  private boolean isSentAsSigned(
      VerifierWorkspace work, SignedRequest logged, RequestHead head, boolean s3) {
    Authorization claim = work.claim;
    String text = logged.text();
    if (text == null) {
      return false;
    }
    work.proof.begin(claim, logged);
    finder.find(claim, work.proof);
    if (!work.proof.isForSigner()
        || CanonicalRequest.tooLarge(head, claim) != null
        || !work.sent.isCertain(text, head, claim, work.headers)
        || work.request.payloads.isOther(head, work.headers, work.sha)
        || (s3 && UnsignedHeaders.first(claim, head) != null)) {
      return false;
    }
    if (work.proof.hasKey() && work.headers.contentSha256 != null) {
      // All that is needed if it is sent again.
      log.forget(logged);
    } else {
      logged.judged(work.proof.hasKey(), work.signed);
    }
    return true;
  }

  private static VerificationResult right(
      VerifierWorkspace work, AccessKey identity, boolean s3, List<Observation> odd) {
    Authorization claim = work.claim;
    if (work.request.payloads.isOther(work.request.head(), work.headers, work.sha)) {
      return wrong(
          identity,
          claim,
          SignatureStatus.MISMATCH,
          "the body is not the one whose hash x-amz-content-sha256 holds");
    }
    String unsigned = s3 ? UnsignedHeaders.first(claim, work.request.head()) : null;
    if (work.candidates.isUsual() && odd.isEmpty() && unsigned == null) {
      return identity.valid(claim.token);
    }
    List<Observation> all = new ArrayList<>(odd);
    String headerCause = work.candidates.headerCause(work.request);
    if (s3 && headerCause != null && work.request.lines.firstNonAscii() != null) {
      all.add(
          new Observation(
              null,
              headerCause + "; sent as ISO-8859-1, S3 rejects it: encode the value in ASCII"));
    }
    if (unsigned != null) {
      all.add(new Observation(null, unsigned));
    }
    String payloadCause = work.candidates.payloadCause(work.request);
    if (payloadCause != null) {
      all.add(new Observation(null, payloadCause));
    }
    String cause = work.candidates.cause(work.request);
    String diagnosis = cause != null ? cause : unsigned;
    return identity.resultWith(ScopeAndClock.status(odd), claim.token, diagnosis, all);
  }

  private static VerificationResult wrong(
      AccessKey identity, Authorization claim, SignatureStatus signature, String sentence) {
    List<Observation> all = Collections.singletonList(new Observation(signature.rule(), sentence));
    return identity.resultWith(signature, claim.token, sentence, all);
  }
}
