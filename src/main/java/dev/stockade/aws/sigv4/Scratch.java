package dev.stockade.aws.sigv4;

import dev.stockade.aws.sigv4.authorization.Claim;
import dev.stockade.aws.sigv4.authorization.ClaimReader;
import dev.stockade.aws.sigv4.authorization.WellKnownHeaders;
import dev.stockade.aws.sigv4.canonical.CanonicalRequest;
import dev.stockade.aws.text.Sha256;

/** What is needed to look at a request, kept for the next. */
final class Scratch {
  final Sha256 sha = new Sha256();
  final WellKnownHeaders headers = new WellKnownHeaders();
  final Claim claim = new Claim();
  final ClaimReader reader = new ClaimReader();
  final CanonicalRequest request = new CanonicalRequest();
  final Candidates candidates = new Candidates();
  final Proof proof;

  Scratch(EcdsaSignatures ecdsa) {
    proof = new Proof(ecdsa);
  }

  /** Forgets the request: what it wrote to keeps no value of it. */
  void wipe() {
    headers.clear();
    claim.clear();
    reader.clear();
    request.wipe();
    proof.wipe();
  }
}
