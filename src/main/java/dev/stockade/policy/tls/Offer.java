package dev.stockade.policy.tls;

/** The protocols and cipher suites that one side offered or accepts, before any were taken out. */
public interface Offer {
  /** An offer that is not known, as in records: nothing can be said of it. */
  Offer UNKNOWN = policy -> Narrowing.NONE;

  /** What the policy takes out, or would. */
  Narrowing narrowedBy(TlsPolicy policy);
}
