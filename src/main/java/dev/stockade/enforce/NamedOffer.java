package dev.stockade.enforce;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An offer as the public API names its parts. */
public final class NamedOffer implements Offer {
  private final List<String> protocols;
  private final List<String> suites;

  public NamedOffer(String[] protocols, String[] suites) {
    this.protocols = Arrays.asList(protocols);
    this.suites = Arrays.asList(suites);
  }

  @Override
  public Narrowing narrowedBy(TlsPolicy policy) {
    return policy.narrow(protocols, suites);
  }

  /** What of it a peer asks for; null leaves its versions as they are. */
  public NamedOffer among(List<String> versions, List<String> peersSuites) {
    List<String> shared = new ArrayList<String>(suites);
    shared.retainAll(peersSuites);
    List<String> common = new ArrayList<String>(protocols);
    if (versions != null) {
      common.retainAll(versions);
    }
    return new NamedOffer(common.toArray(new String[0]), shared.toArray(new String[0]));
  }

  public String[] allowedProtocols(TlsPolicy policy) {
    List<String> allowed = new ArrayList<String>();
    for (String protocol : protocols) {
      if (policy.allowsProtocol(protocol)) {
        allowed.add(protocol);
      }
    }
    return allowed.toArray(new String[0]);
  }

  public String[] allowedSuites(TlsPolicy policy) {
    List<String> allowed = new ArrayList<String>();
    for (String suite : suites) {
      if (policy.allowsSuite(suite)) {
        allowed.add(suite);
      }
    }
    return allowed.toArray(new String[0]);
  }
}
