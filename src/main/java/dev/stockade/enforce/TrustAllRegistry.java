package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import dev.stockade.weave.HookSource;

/**
 * Trust managers that accept any certificate, with the code that set them up, remembered where that
 * was seen.
 */
public final class TrustAllRegistry {
  private final TrustAllDetector trust;

  /** By what holds the trust manager; only of those that accept any certificate. */
  private final WeakTable<String> places = new WeakTable<>();

  TrustAllRegistry(Iterable<HookSource> libraries) {
    this.trust = new TrustAllDetector(libraries);
  }

  /** Something that will ask a trust manager for its connections is being made. */
  public void setUp(Object holder, Object trustManager) throws ReflectiveOperationException {
    if (trust.absentIn(trustManager) != null) {
      CallSite place = CallSiteFinder.find(null);
      if (place != null) {
        places.put(holder, place.className() + "." + place.method());
      }
    }
  }

  /** Names the trust manager and who set it up; null where it is not certain that it is one. */
  public String in(Object holder, Object trustManager) throws ReflectiveOperationException {
    Class<?> accepting = trust.absentIn(trustManager);
    if (accepting == null) {
      return null;
    }
    String place = places.get(holder);
    return place == null ? accepting.getName() : accepting.getName() + ", set up by " + place;
  }
}
