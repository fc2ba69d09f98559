package dev.stockade.journal;

/** The digest of the policy in force; asked once, on the writer thread, when a record needs it. */
public interface PolicyDigest {
  /** Such as {@code sha256:…}, or null when unknown. */
  String value();
}
