package dev.stockade.aws;

import dev.stockade.policy.Credential;
import dev.stockade.policy.Observation;
import dev.stockade.policy.Signature;
import java.util.Collections;

/** Scaffold: calls each signature valid. */
public final class SignatureVerifier {
  public SignatureVerifier(SigningKeys keys, SigningLog log, KeySource fallback) {}

  public Verification verify(RequestHead head, Endpoint endpoint, long nowMillis) {
    String authorization = head.first("authorization");
    boolean signed = authorization != null && authorization.startsWith("AWS4");
    return new Verification(
        signed ? Signature.VALID : null,
        signed ? Credential.STATIC : null,
        null,
        null,
        Collections.<Observation>emptyList());
  }
}
