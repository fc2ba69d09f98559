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
import java.util.concurrent.atomic.LongAdder;

/**
 * The memory of a canary: the outcomes of units and what was taken back, for one salt. Whether
 * something was taken back is read without a lock, and where nothing speaks against a rule a pass
 * is counted without one; other outcomes are counted under one, for well below a microsecond, as is
 * one pass for each tenth of a window. It holds a maximum number of destinations and never drops
 * one, so that nothing known of a destination is lost.
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
  private final LongAdder enforcedCount = new LongAdder();
  private final LongAdder auditedCount = new LongAdder();
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

  List<CanaryChange> enforced(
      Rule rule, String destination, CanaryOutcome outcome, long now, CanarySettings settings) {
    enforcedCount.increment();
    CanaryPlace place = place(destination);
    if (place == null || fuseBlown) {
      return Collections.emptyList();
    }
    OutcomeWindow window = place.enforced.ifSeen(rule);
    if (outcome == CanaryOutcome.PASSED && isOpen(window, now, settings)) {
      window.pass();
      return Collections.emptyList();
    }
    return enforced(rule, place, outcome, now, settings);
  }

  private static boolean isOpen(OutcomeWindow window, long now, CanarySettings settings) {
    return window != null && window.isOpen(now, settings.windowMillis());
  }

  private synchronized List<CanaryChange> enforced(
      Rule rule, CanaryPlace place, CanaryOutcome outcome, long now, CanarySettings settings) {
    if (fuseBlown) {
      return Collections.emptyList();
    }
    String harm = place.isTakenBack(rule) ? null : harm(rule, place, outcome, now, settings);
    String spread =
        outcome == CanaryOutcome.BLOCKED
            ? fuse.block(place.destination, time.at(now), settings)
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
      Rule rule, CanaryPlace place, CanaryOutcome outcome, long clock, CanarySettings settings) {
    long now = time.at(clock);
    OutcomeWindow enforced = place.enforced.of(rule);
    enforced.add(outcome, now, settings.windowMillis());
    // With nothing else in it no number of passes is harm.
    enforced.open(enforced.isClean(), clock, now);
    OutcomeWindow here = place.audited.of(rule);
    here.slide(now, settings.windowMillis());
    if (Rollback.isEnough(here, settings)) {
      return Rollback.reason(rule, enforced, here, settings);
    }
    OutcomeWindow anywhere = auditedAnywhere.of(rule);
    anywhere.slide(now, settings.windowMillis());
    return Rollback.reason(rule, enforced, anywhere, settings);
  }

  void audited(
      Rule rule, String destination, CanaryOutcome outcome, long now, CanarySettings settings) {
    auditedCount.increment();
    CanaryPlace place = place(destination);
    boolean counts = place != null && !place.isTakenBack(rule);
    OutcomeWindow anywhere = auditedAnywhere.ifSeen(rule);
    OutcomeWindow here = counts ? place.audited.ifSeen(rule) : null;
    if (outcome == CanaryOutcome.PASSED
        && isOpen(anywhere, now, settings)
        && (!counts || isOpen(here, now, settings))) {
      anywhere.pass();
      if (counts) {
        here.pass();
      }
      return;
    }
    audited(rule, place, outcome, now, settings);
  }

  private synchronized void audited(
      Rule rule, CanaryPlace place, CanaryOutcome outcome, long now, CanarySettings settings) {
    long steadyNow = time.at(now);
    OutcomeWindow anywhere = auditedAnywhere.of(rule);
    anywhere.add(outcome, steadyNow, settings.windowMillis());
    anywhere.open(true, now, steadyNow);
    if (place != null && !place.isTakenBack(rule)) {
      OutcomeWindow here = place.audited.of(rule);
      here.add(outcome, steadyNow, settings.windowMillis());
      here.open(true, now, steadyNow);
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
    members.put("enforced", enforcedCount.sum());
    members.put("audited", auditedCount.sum());
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
    enforcedCount.add(number(members.get("enforced")));
    auditedCount.add(number(members.get("audited")));
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

  long enforcedCount() {
    return enforcedCount.sum();
  }

  long auditedCount() {
    return auditedCount.sum();
  }
}
