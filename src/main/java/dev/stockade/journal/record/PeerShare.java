package dev.stockade.journal.record;

/** One peer's share: so much at once, and what was taken comes back as time passes. */
final class PeerShare {
  private final long most;
  private final double perNano;
  private double left;
  private long since;

  /** Events that no record mentions yet. */
  long counted;

  PeerShare(long most, double perNano, long now) {
    this.most = most;
    this.perNano = perNano;
    left = most;
    since = now;
  }

  boolean take(int bytes, long now) {
    refill(now);
    if (left < bytes) {
      return false;
    }
    left -= bytes;
    return true;
  }

  /** Whether nothing would be lost by forgetting it. */
  boolean isWhole(long now) {
    refill(now);
    return left >= most && counted == 0;
  }

  private void refill(long now) {
    double nanos = (double) (now - since);
    left = Math.min((double) most, left + nanos * perNano);
    since = now;
  }
}
