package dev.stockade.aws.sigv4;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.keys.KeySource;
import dev.stockade.aws.keys.LoggedSignature;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.keys.SigningLog;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Spares;
import dev.stockade.aws.sigv4.authorization.Carried;
import dev.stockade.aws.sigv4.authorization.Claim;
import dev.stockade.policy.aws.Credential;
import dev.stockade.policy.aws.Signature;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Says whether a request's AWS signature is right: by comparing it with what a signer of this
 * process signed, or by computing it again with a key that one used. For many threads.
 *
 * <p>Wrong is only what no accepted canonical form makes right; when something is not known that
 * might make it right, it is called unverifiable.
 */
public final class SignatureVerifier {
  private static final Verification NONE = unsigned(Credential.NONE);
  private static final Verification OTHER = unsigned(Credential.OTHER);
  private static final Verification LEGACY =
      new Verification(
          Signature.LEGACY,
          Credential.STATIC,
          null,
          "the request is signed with signature version 2, which cannot be checked without the"
              + " secret",
          Collections.singletonList(
              new Observation(
                  Rule.AWS_SIGNATURE_LEGACY,
                  "the request is signed with signature version 2; sign with version 4")));
  private static final Verification FAILED =
      new Verification(
          Signature.UNVERIFIABLE,
          Credential.OTHER,
          null,
          null,
          Collections.singletonList(
              new Observation(
                  null, "the signature could not be looked at, by a fault of Stockade")));

  private final EcdsaSignatures ecdsa = new EcdsaSignatures();
  private final Identities identities = new Identities();
  private final SigningKeys keys;
  private final SigningLog log;
  private final KeyFinder finder;
  private final Spares<Scratch> scratch = new Spares<>(() -> new Scratch(ecdsa));

  /**
   * @param fallback asked for keys that no signer was seen to use; null for none
   */
  public SignatureVerifier(SigningKeys keys, SigningLog log, KeySource fallback) {
    this.keys = keys;
    this.log = log;
    this.finder = new KeyFinder(keys, fallback);
  }

  private static Verification unsigned(Credential credential) {
    return new Verification(null, credential, null, null, none());
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
  public Verification verify(RequestHead head, Endpoint endpoint, long nowMillis) {
    try {
      Carried carried = Carried.of(head);
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

  private Verification look(RequestHead head, Carried carried, Endpoint endpoint, long nowMillis) {
    Scratch work = scratch.take();
    try {
      return signed(work, head, carried, endpoint, nowMillis);
    } finally {
      work.wipe();
      scratch.give(work);
    }
  }

  private Verification signed(
      Scratch work, RequestHead head, Carried carried, Endpoint endpoint, long nowMillis) {
    keys.sweep(nowMillis);
    Claim claim = work.claim;
    work.headers.read(head);
    String wrong = work.reader.read(head, carried, work.headers, claim);
    Identity identity = identities.of(claim.accessKey);
    if (wrong != null) {
      return wrong(identity, claim, Signature.MALFORMED, Rule.AWS_SIGNATURE_MALFORMED, wrong);
    }
    if (claim.date == null || head.target() == null || head.method() == null) {
      return identity.unverifiable(
          claim.token, "the request's head is not known as a whole", none());
    }
    List<Observation> odd = Semantics.of(claim, identity, endpoint, head, nowMillis);
    LoggedSignature logged = log.find(claim.signature);
    boolean s3 = claim.isS3() || (endpoint != null && endpoint.isS3());
    work.proof.begin(claim, logged);
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
    return new Failure(work, s3).verdict(identity, odd);
  }

  private static Verification right(
      Scratch work, Identity identity, boolean s3, List<Observation> odd) {
    Claim claim = work.claim;
    if (work.request.payloads.isOther(work.request.head(), work.headers, work.sha)) {
      return wrong(
          identity,
          claim,
          Signature.MISMATCH,
          Rule.AWS_SIGNATURE_MISMATCH,
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
    return identity.resultWith(Semantics.status(odd), claim.token, diagnosis, all);
  }

  private static Verification wrong(
      Identity identity, Claim claim, Signature signature, Rule rule, String sentence) {
    List<Observation> all = Collections.singletonList(new Observation(rule, sentence));
    return identity.resultWith(signature, claim.token, sentence, all);
  }
}
