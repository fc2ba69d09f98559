package dev.stockade.journal;

import dev.stockade.policy.tls.CertificateFacts;

/** A certificate, and where it stood when it was seen. */
public final class SeenCertificate {
  private final CertificateFacts facts;
  private final int position;
  private final boolean own;
  private final boolean ofServer;
  private final int unrecorded;

  /**
   * @param position in the chain; 0 is the leaf
   * @param own whether this side showed it, not the peer
   * @param ofServer whether the server showed it, not the client
   * @param unrecorded sightings before it that were too many for a record
   */
  public SeenCertificate(
      CertificateFacts facts, int position, boolean own, boolean ofServer, int unrecorded) {
    this.facts = facts;
    this.position = position;
    this.own = own;
    this.ofServer = ofServer;
    this.unrecorded = unrecorded;
  }

  public CertificateFacts facts() {
    return facts;
  }

  public int position() {
    return position;
  }

  /** {@code own} or {@code peer}, as in records. */
  public String whose() {
    return own ? "own" : "peer";
  }

  /** {@code server} or {@code client}, as in records. */
  public String role() {
    return ofServer ? "server" : "client";
  }

  public int unrecorded() {
    return unrecorded;
  }
}
