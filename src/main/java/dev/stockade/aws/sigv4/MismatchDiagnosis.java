package dev.stockade.aws.sigv4;

import dev.stockade.aws.keys.SignedRequest;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.sigv4.canonical.CanonicalPath;
import dev.stockade.aws.text.HeaderNames;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out what follows when no canonical form made a signature right: proof of a change, or a
 * doubt.
 */
final class MismatchDiagnosis {
  private static final String EACH_HOP =
      ", which every hop may replace (RFC 9110 section 7.6.1): do not sign it";

  private final VerifierWorkspace work;
  private final boolean s3;

  /** What differs from what a signer signed, where that is known. */
  private SignedRequestDiff changed;

  MismatchDiagnosis(VerifierWorkspace work, boolean s3) {
    this.work = work;
    this.s3 = s3;
  }

  VerificationResult verdict(AccessKey identity, List<Observation> odd) {
    Authorization claim = work.claim;
    String doubt = doubt();
    if (doubt != null) {
      return identity.unverifiable(claim.token, doubt, odd);
    }
    String sentence = sentence();
    List<Observation> all = new ArrayList<>();
    all.add(new Observation(SignatureStatus.MISMATCH.rule(), sentence));
    all.addAll(odd);
    return identity.resultWith(SignatureStatus.MISMATCH, claim.token, sentence, all);
  }

  /** Why the failure proves nothing, or null. */
  private String doubt() {
    if (!work.request.head().isComplete()) {
      return "the request has more headers than are looked at";
    }
    if (work.request.lines.isHostAbsent()) {
      return "the host was not yet set when the request was looked at";
    }
    if (work.request.lines.isContentLengthAbsent() && !work.headers.isChunked()) {
      return "content-length is signed and was not yet set when the request was looked at";
    }
    if (!s3 && CanonicalPath.isOdd(work.request.head().target())) {
      return "the path begins with two slashes or climbs above its root, where signers differ";
    }
    if (work.proof.isAccessKeyChanged() && !work.proof.hasKey()) {
      return "the access key id is not the one that it was signed as, and of this one no key is known";
    }
    SignedRequest logged = work.proof.logged();
    if (logged != null) {
      changed = isClaimChanged() ? null : SignedRequestDiff.of(work.request, logged);
      String replaced = changed == null ? null : changed.replaced();
      return replaced == null
          ? null
          : "header `" + HeaderNames.shown(replaced) + "` was changed after signing" + EACH_HOP;
    }
    String hop = HopByHop.signed(work.claim, work.request.head());
    if (hop != null) {
      return "header `" + HeaderNames.shown(hop) + "` is signed" + EACH_HOP;
    }
    if (work.proof.isKeyMissing()) {
      return "the access key is used with more secrets than are remembered";
    }
    return work.request.payloads.isCertain()
        ? null
        : "no header holds the hash of the body, which is not in memory as a whole";
  }

  /** Whether it is what was signed, under another claim about who signed it and for what. */
  private boolean isClaimChanged() {
    return work.proof.isScopeChanged() || work.proof.isAccessKeyChanged();
  }

  private String sentence() {
    if (work.proof.isAccessKeyChanged()) {
      return "the access key id was changed after signing";
    }
    if (work.proof.isScopeChanged()) {
      return "the credential scope or the date was changed after signing";
    }
    if (changed != null && changed.changes() != null) {
      return changed.changes();
    }
    String absent = work.request.lines.firstAbsent();
    return "the signature is not the one that the known key of this access key makes: the request"
        + " was changed after signing, or another secret signed it"
        + (absent == null
            ? ""
            : "; header `" + HeaderNames.shown(absent) + "` is signed and not sent");
  }
}
