package dev.stockade.tls;

import dev.stockade.policy.Profiles;
import dev.stockade.policy.TlsPolicy;

/** What holds for TLS in this engine. The profile is read at the first handshake, not at start. */
public final class TlsRules {
  private final String profile;
  private final boolean enforcing;

  /**
   * @param profile the name of a profile that exists
   * @param enforcing whether violations are refused, or only reported
   */
  public TlsRules(String profile, boolean enforcing) {
    this.profile = profile;
    this.enforcing = enforcing;
  }

  boolean enforcing() {
    return enforcing;
  }

  TlsPolicy policy() {
    return new TlsPolicy(Profiles.named(profile));
  }
}
