package dev.stockade.policy.tls;

import java.util.Locale;

/**
 * A handshake that came to nothing, as far as its engine reports it: who ended it, with which alert
 * and words, and what of the offer the peer could have chosen. Immutable.
 */
public final class Failure {
  /** The way in which it ended. */
  public enum End {
    /** This side found nothing in common in the peer's hello. */
    REFUSED_HERE,
    /** The peer's alert came instead of its hello. */
    REFUSED_BY_PEER,
    /** The connection ended before the peer's hello. */
    HUNG_UP,
    /** It ended for a reason that was not reported. */
    UNSEEN,
    /** After the two had agreed, or because of something else. */
    OTHER
  }

  private final End end;
  private final String alert;
  private final String why;
  private final Offer inCommon;

  private Failure(End end, String alert, String why, Offer inCommon) {
    this.end = end;
    this.alert = alert;
    this.why = why;
    this.inCommon = inCommon;
  }

  /**
   * The two sides could not agree.
   *
   * @param received whether the peer said so
   * @param alert the alert by its name in JSSE, such as {@code HANDSHAKE_FAILURE}
   * @param why the engine's own words; may be null
   */
  public static Failure toAgree(boolean received, String alert, String why) {
    return new Failure(received ? End.REFUSED_BY_PEER : End.REFUSED_HERE, alert, why, null);
  }

  /** The connection of a client ended before the server had said anything. */
  public static Failure hungUp(String alert, String why) {
    return new Failure(End.HUNG_UP, alert, why, null);
  }

  /** It ended at a point and for a reason that were not seen. */
  public static Failure unseen(String alert, String why) {
    return new Failure(End.UNSEEN, alert, why, null);
  }

  /** It has nothing to do with what was offered. */
  public static Failure other(String alert, String why) {
    return new Failure(End.OTHER, alert, why, null);
  }

  /**
   * The same where the peer's hello is known.
   *
   * @param inCommon what this side would have accepted, had nothing been taken out, and the peer
   *     asked for; null where that is not known
   */
  public Failure inCommon(Offer inCommon) {
    return new Failure(end, alert, why, inCommon);
  }

  public End end() {
    return end;
  }

  String alert() {
    return alert;
  }

  /** The same in other words; null for none. */
  public Failure saying(String words) {
    return new Failure(end, alert, words, inCommon);
  }

  /** The engine's words, or null. */
  public String why() {
    return why;
  }

  /** Null where the peer's hello is not known. */
  public Offer inCommon() {
    return inCommon;
  }

  /** Alert and words, for people. */
  public String reason() {
    String name = alert.toLowerCase(Locale.ROOT);
    return why == null ? name : name + ": " + why;
  }
}
