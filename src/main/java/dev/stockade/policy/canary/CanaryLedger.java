package dev.stockade.policy.canary;

import dev.stockade.base.MonotonicTime;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The memory of a canary: the outcomes of units and what was taken back, for one salt. Whether
 * something was taken back is read without a lock; outcomes are counted under one, for well below a
 * microsecond. It holds a maximum number of destinations and never drops one, so that nothing known
 * of a destination is lost.
 */
final class CanaryLedger {
  static final int MAX_DESTINATIONS = 4096;

  /** A DNS name has a maximum of 253 characters (RFC 1035 section 2.3.4); with room for a port. */
  static final int MAX_DESTINATION = 300;

  final CanaryShare share;
  final CanaryPlacement instance;
  private final ConcurrentHashMap<String, CanaryPlace> places = new ConcurrentHashMap<>();
  private final OutcomeWindows auditedAnywhere = new OutcomeWindows();
  private final List<CanaryChange> takenBack = new ArrayList<>();
  private final MonotonicTime time = new MonotonicTime();
  private final Fuse fuse = new Fuse();
  private long enforcedCount;
  private long auditedCount;
  private volatile boolean full;
  private volatile boolean fuseBlown;

  CanaryLedger(CanaryShare share) {
    this.share = share;
    this.instance = new CanaryPlacement(share, "");
  }

  /** A destination's place, or null for one that is unknown or for which there is no room. */
  CanaryPlace place(String destination) {
    if (destination == null || destination.length() > MAX_DESTINATION) {
      return null;
    }
    String name = destination.toLowerCase(Locale.ROOT);
    CanaryPlace known = places.get(name);
    return known != null || full ? known : addPlace(name);
  }

  private synchronized CanaryPlace addPlace(String name) {
    CanaryPlace known = places.get(name);
    if (known != null || full) {
      return known;
    }
    CanaryPlace place = new CanaryPlace(name, share);
    places.put(name, place);
    full = places.size() >= MAX_DESTINATIONS;
    return place;
  }

  synchronized List<CanaryChange> enforced(
      Rule rule, String destination, CanaryOutcome outcome, long now, CanarySettings settings) {
    enforcedCount++;
    CanaryPlace place = place(destination);
    if (place == null || fuseBlown) {
      return Collections.emptyList();
    }
    long steadyNow = time.at(now);
    String harm = place.isTakenBack(rule) ? null : harm(rule, place, outcome, steadyNow, settings);
    String spread =
        outcome == CanaryOutcome.BLOCKED
            ? fuse.block(place.destination, steadyNow, settings)
            : null;
    if (harm == null && spread == null) {
      return Collections.emptyList();
    }
    List<CanaryChange> changes = new ArrayList<>(2);
    if (harm != null) {
      changes.add(CanaryChange.rollback(rule, place.destination, share.salt(), now, harm));
    }
    if (spread != null) {
      changes.add(CanaryChange.fuse(share.salt(), now, spread));
    }
    changes.forEach(this::apply);
    return Collections.unmodifiableList(changes);
  }

  private String harm(
      Rule rule, CanaryPlace place, CanaryOutcome outcome, long now, CanarySettings settings) {
    OutcomeWindow enforced = place.enforced.of(rule);
    enforced.add(outcome, now, settings.windowMillis());
    OutcomeWindow here = place.audited.of(rule);
    here.slide(now, settings.windowMillis());
    if (Rollback.isEnough(here, settings)) {
      return Rollback.reason(rule, enforced, here, settings);
    }
    OutcomeWindow anywhere = auditedAnywhere.of(rule);
    anywhere.slide(now, settings.windowMillis());
    return Rollback.reason(rule, enforced, anywhere, settings);
  }

  synchronized void audited(
      Rule rule, String destination, CanaryOutcome outcome, long now, CanarySettings settings) {
    auditedCount++;
    long steadyNow = time.at(now);
    auditedAnywhere.of(rule).add(outcome, steadyNow, settings.windowMillis());
    CanaryPlace place = place(destination);
    if (place != null && !place.isTakenBack(rule)) {
      place.audited.of(rule).add(outcome, steadyNow, settings.windowMillis());
    }
  }

  /** Takes back what a change of this salt says; one that is known already is passed over. */
  synchronized void apply(CanaryChange change) {
    if (!change.salt().equals(share.salt())) {
      return;
    }
    if (change.rule() == null) {
      if (!fuseBlown) {
        fuseBlown = true;
        takenBack.add(change);
      }
      return;
    }
    CanaryPlace place = place(change.destination());
    if (place != null && !place.isTakenBack(change.rule())) {
      place.takeBack(change.rule());
      takenBack.add(change);
    }
  }

  synchronized List<CanaryChange> takenBack() {
    return Collections.unmodifiableList(new ArrayList<>(takenBack));
  }

  /** The outcomes of units, for another ledger. */
  synchronized Map<String, Object> members() {
    Map<String, Object> ofPlaces = new LinkedHashMap<>();
    for (CanaryPlace place : places.values()) {
      Map<String, Object> enforced = place.enforced.members();
      Map<String, Object> audited = place.audited.members();
      if (!enforced.isEmpty() || !audited.isEmpty()) {
        ofPlaces.put(place.destination, Arrays.asList(enforced, audited));
      }
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("salt", share.salt());
    members.put("places", ofPlaces);
    members.put("auditedAnywhere", auditedAnywhere.members());
    members.put("enforced", enforcedCount);
    members.put("audited", auditedCount);
    return members;
  }

  /** Another ledger's {@link #members}, when it has the same salt. */
  synchronized void add(Map<?, ?> members, long now) {
    if (!share.salt().equals(members.get("salt"))) {
      return;
    }
    long steadyNow = time.at(now);
    for (Map.Entry<?, ?> one : map(members.get("places")).entrySet()) {
      CanaryPlace place = place(String.valueOf(one.getKey()));
      Object both = one.getValue();
      if (place != null && both instanceof List && ((List<?>) both).size() == 2) {
        place.enforced.add(map(((List<?>) both).get(0)), steadyNow);
        place.audited.add(map(((List<?>) both).get(1)), steadyNow);
      }
    }
    auditedAnywhere.add(map(members.get("auditedAnywhere")), steadyNow);
    enforcedCount += number(members.get("enforced"));
    auditedCount += number(members.get("audited"));
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
  }

  private static long number(Object value) {
    return value instanceof Number ? ((Number) value).longValue() : 0;
  }

  boolean fuseBlown() {
    return fuseBlown;
  }

  synchronized long enforcedCount() {
    return enforcedCount;
  }

  synchronized long auditedCount() {
    return auditedCount;
  }
}
