package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Code that hands calls over to other threads, by the host that is called: on those threads the
 * stack holds nothing of the application any more.
 *
 * <p>A compliant program pays for one read of a field. Only a host with a finding on such a thread
 * is watched, so its first finding has no code yet, and the next one has.
 */
public final class HandOvers {
  /** Of this JVM. */
  public static final HandOvers KNOWN = new HandOvers();

  /** The latest ones; a program's hosts may be without number. */
  static final int HOSTS = 64;

  /** Of one host. */
  private static final int PLACES = 8;

  /** How long a call may take from the hand-over to the finding; milliseconds. */
  static final long LASTS = 10_000;

  /** The minimum time between two looks at the callers of a host, in milliseconds. */
  static final long PAUSE = 10;

  private final Map<String, HandOver> byHost =
      new LinkedHashMap<String, HandOver>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HandOver> eldest) {
          return size() > HOSTS;
        }
      };

  private volatile boolean sought;

  /** Whether any host is watched. */
  public boolean isSought() {
    return sought;
  }

  /** Watches hand-overs for that host from now on. */
  void seek(String host) {
    synchronized (byHost) {
      if (!byHost.containsKey(name(host))) {
        byHost.put(name(host), new HandOver());
      }
    }
    sought = true;
  }

  /**
   * The running thread hands a call over to another one.
   *
   * @param host that the call goes to
   * @param always whether also where the host is not watched
   * @param now milliseconds since the epoch
   */
  public void handedOver(String host, boolean always, long now) {
    String name = name(host);
    synchronized (byHost) {
      HandOver known = byHost.get(name);
      if (known == null ? !always : now - known.at < PAUSE) {
        return;
      }
    }
    CallSite place = CallSiteFinder.onThisThread();
    if (place != null) {
      learn(name, place, now);
    }
  }

  void learn(String host, CallSite place, long now) {
    synchronized (byHost) {
      HandOver known = byHost.get(name(host));
      if (known == null) {
        known = new HandOver();
        byHost.put(name(host), known);
      }
      known.learn(place, now);
    }
  }

  /** The recent callers of the host, the latest first; empty where no code is known. */
  List<CallSite> of(String host, long now) {
    synchronized (byHost) {
      HandOver known = byHost.get(name(host));
      return known == null ? Collections.<CallSite>emptyList() : known.places(now);
    }
  }

  /** Without the port that a request's host may have. */
  private static String name(String host) {
    int port = host.indexOf(':');
    boolean hasPort = port >= 0 && port == host.lastIndexOf(':');
    return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
  }

  /** The call sites that called a host. */
  private static final class HandOver {
    private final List<CallSite> places = new ArrayList<>(1);
    private final List<Long> times = new ArrayList<>(1);
    private long at;

    void learn(CallSite next, long now) {
      at = now;
      int known = 0;
      while (known < places.size() && !places.get(known).toString().equals(next.toString())) {
        known++;
      }
      if (known == places.size() && known == PLACES) {
        known--;
      }
      if (known < places.size()) {
        places.remove(known);
        times.remove(known);
      }
      places.add(0, next);
      times.add(0, now);
    }

    List<CallSite> places(long now) {
      int recent = 0;
      while (recent < places.size() && now - times.get(recent) < LASTS) {
        recent++;
      }
      return new ArrayList<>(places.subList(0, recent));
    }
  }
}
