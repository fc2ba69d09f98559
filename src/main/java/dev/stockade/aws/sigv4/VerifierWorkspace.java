package dev.stockade.aws.sigv4;

import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.sigv4.authorization.ClaimReader;
import dev.stockade.aws.sigv4.authorization.SigningHeaders;
import dev.stockade.aws.sigv4.canonical.CanonicalRequest;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.Sha256;

/** The objects that verifying a request needs, kept for the next. */
final class VerifierWorkspace {
  final Sha256 sha = new Sha256();
  final SigningHeaders headers = new SigningHeaders();
  final Authorization claim = new Authorization();
  final ClaimReader reader = new ClaimReader();
  final SentAsSigned sent = new SentAsSigned();

  /** For what a signer signed; wiped by who uses it. */
  final ByteBuilder signed = new ByteBuilder();

  final CanonicalRequest request = new CanonicalRequest();
  final CanonicalSearch candidates = new CanonicalSearch();
  final StringToSign proof;

  VerifierWorkspace(EcdsaSignatures ecdsa) {
    proof = new StringToSign(ecdsa);
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
