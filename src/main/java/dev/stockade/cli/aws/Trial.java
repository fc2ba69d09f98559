package dev.stockade.cli.aws;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.aws.sigv4.VerificationResult;
import dev.stockade.cli.request.Request;
import dev.stockade.cli.sigv4.CredentialScope;
import dev.stockade.policy.aws.SignatureStatus;

/** Verifies a request as it was read, then in what else it may have been before it was saved. */
final class Trial {
  private final SignatureVerifier verifier;
  private final SignedRequests log;
  private final Request request;
  private final Endpoint endpoint;
  private final long time;

  Trial(
      SignatureVerifier verifier,
      SignedRequests log,
      Request request,
      Endpoint endpoint,
      long time) {
    this.verifier = verifier;
    this.log = log;
    this.request = request;
    this.endpoint = endpoint;
    this.time = time;
  }

  VerificationResult verification() {
    VerificationResult first = verify();
    if (!isInDoubt(first)) {
      return first;
    }
    byte[] body = request.head().body();
    for (byte[] other : request.otherBodies()) {
      request.head().body(other);
      VerificationResult second = verify();
      if (!isInDoubt(second)) {
        return second;
      }
    }
    request.head().body(body);
    CredentialScope scope = CredentialScope.of(request.head());
    if (request.canonicalRequest() == null || scope == null) {
      return first;
    }
    // Without the scope, so that a known key is still asked.
    log.signed(request.canonicalRequest(), scope.signature(), null);
    return verify();
  }

  private VerificationResult verify() {
    return verifier.verify(request.head(), endpoint, time);
  }

  private static boolean isInDoubt(VerificationResult verification) {
    return verification.signature() == SignatureStatus.MISMATCH
        || verification.signature() == SignatureStatus.UNVERIFIABLE
        || verification.observations().stream().anyMatch(seen -> seen.rule() == null);
  }
}
