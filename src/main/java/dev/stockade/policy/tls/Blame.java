package dev.stockade.policy.tls;

import dev.stockade.policy.rule.Direction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an offer's narrowing that a handshake may have failed for. Only what was taken out
 * and could have been chosen is blamed: a version for an alert about versions, suites and groups
 * for one about them. Immutable.
 */
public final class Blame {
  private static final Pattern VERSION = Pattern.compile("D?TLSv1(\\.\\d)?|SSLv3");
  private static final Blame NONE = new Blame(Narrowing.NONE, false);

  private final Narrowing missed;
  private final boolean sure;

  private Blame(Narrowing missed, boolean sure) {
    this.missed = missed;
    this.sure = sure;
  }

  /**
   * @param taken what was taken out of the offer, or where the peer's hello is known, of the part
   *     of it that the peer asked for
   */
  public static Blame of(Failure failure, Direction direction, Narrowing taken) {
    Narrowing usable = taken.usable();
    if (usable.isEmpty()) {
      return NONE;
    }
    switch (failure.end()) {
      case HUNG_UP:
      case UNSEEN:
        return new Blame(usable, false);
      case REFUSED_HERE:
      case REFUSED_BY_PEER:
        return ofRefusal(failure, direction, usable);
      default:
        return NONE;
    }
  }

  private static Blame ofRefusal(Failure failure, Direction direction, Narrowing usable) {
    switch (failure.alert()) {
      case "PROTOCOL_VERSION":
        return ofVersions(failure, direction, usable.versionsOnly());
      case "HANDSHAKE_FAILURE":
        // A peer that is older than the hello answers with its own version, or protocol_version.
        Narrowing others = usable.withoutVersions();
        return others.isEmpty() ? new Blame(usable, false) : new Blame(others, true);
      case "INSUFFICIENT_SECURITY":
        // It asks for more than was offered (RFC 8446 section 6.2), which weak suites are not.
        Narrowing strong = usable.strongOnly();
        return strong.isEmpty() ? new Blame(usable, false) : new Blame(strong, true);
      case "UNEXPECTED_MESSAGE":
        return ofGroups(failure, usable.groupsOnly());
      default:
        return NONE;
    }
  }

  /** What a server of JSSE ends with where it shares no group with a client of TLS 1.3. */
  private static Blame ofGroups(Failure failure, Narrowing groups) {
    boolean here = failure.end() == Failure.End.REFUSED_HERE;
    boolean meant = !here || orEmpty(failure.why()).contains("named group");
    return groups.isEmpty() || !meant ? NONE : new Blame(groups, true);
  }

  private static Blame ofVersions(Failure failure, Direction direction, Narrowing versions) {
    if (versions.isEmpty()) {
      return NONE;
    }
    if (failure.inCommon() != null) {
      return new Blame(versions, true);
    }
    boolean namesVersions = false;
    for (Matcher version = VERSION.matcher(orEmpty(failure.why())); version.find(); ) {
      if (versions.removedProtocols().contains(version.group())) {
        return new Blame(versions, true);
      }
      namesVersions = true;
    }
    if (namesVersions) {
      return NONE;
    }
    // A client's peer is nearly always too old: one that is too new for it fails without us too, so
    // no one keeps such a pair, and a canary that learnt nothing would fail the others for ever.
    // At a server anybody may knock, and be too new unless the newest version was there.
    boolean tooOld = direction == Direction.OUT || versions.keepsNewest();
    return new Blame(versions, tooOld);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Whether it failed because of what was taken out. */
  public boolean isSure() {
    return sure;
  }

  /** Whether that may be, without certainty. */
  public boolean isPossible() {
    return !sure && !missed.isEmpty();
  }

  /** What the peer may have missed. */
  public Narrowing missed() {
    return missed;
  }
}
