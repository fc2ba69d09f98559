package dev.stockade.enforce;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.Block;

/** A connection of an engine that names what it offers, between its begin and its end. */
public final class NamedOpening {
  private static final String[] NOTHING = {};

  public final Ruling ruling;

  /** What was offered before anything was taken out; empty where it was not seen. */
  private String[] protocols = NOTHING;

  private String[] suites = NOTHING;

  public NamedOpening(Ruling ruling) {
    this.ruling = ruling;
  }

  /**
   * What of the protocols may be offered.
   *
   * @return the same array when nothing is taken out
   */
  public String[] protocols(TlsWatch watch, TlsFacts facts, String[] offered) throws Block {
    protocols = offered;
    return narrows(watch, facts, new NamedOffer(offered, NOTHING))
        ? new NamedOffer(offered, NOTHING).allowedProtocols(ruling.terms.enforcedTls())
        : offered;
  }

  /** Like {@link #protocols} for cipher suites. */
  public String[] suites(TlsWatch watch, TlsFacts facts, String[] offered) throws Block {
    suites = offered;
    return narrows(watch, facts, new NamedOffer(NOTHING, offered))
        ? new NamedOffer(NOTHING, offered).allowedSuites(ruling.terms.enforcedTls())
        : offered;
  }

  public NamedOffer offer() {
    return new NamedOffer(protocols, suites);
  }

  private boolean narrows(TlsWatch watch, TlsFacts facts, NamedOffer offer) throws Block {
    if (!ruling.terms.enforce()) {
      return false;
    }
    Narrowing taken = offer.narrowedBy(ruling.terms.enforcedTls());
    if (taken.leavesNothing()) {
      throw new Block(watch.refusedOffer(ruling, facts, taken));
    }
    return !taken.isEmpty();
  }
}
