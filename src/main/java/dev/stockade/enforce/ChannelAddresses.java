package dev.stockade.enforce;

import dev.stockade.weave.reflect.MethodByName;
import java.net.InetSocketAddress;

/** Asks a channel for its addresses, by the names that the JDK, Netty, Jetty and XNIO give them. */
final class ChannelAddresses {
  private final MethodByName[] remote = {
    new MethodByName("getRemoteSocketAddress"),
    new MethodByName("getRemoteAddress"),
    new MethodByName("remoteAddress"),
    new MethodByName("getPeerAddress")
  };

  private final MethodByName[] local = {
    new MethodByName("getLocalSocketAddress"),
    new MethodByName("getLocalAddress"),
    new MethodByName("localAddress")
  };

  /** Null where it is none of the internet, or the channel is not open. */
  InetSocketAddress remote(Object channel) {
    return ask(remote, channel);
  }

  /** Likewise on this side. */
  InetSocketAddress local(Object channel) {
    return ask(local, channel);
  }

  private static InetSocketAddress ask(MethodByName[] names, Object channel) {
    for (MethodByName name : names) {
      if (name.isOn(channel)) {
        try {
          Object address = name.on(channel);
          return address instanceof InetSocketAddress ? (InetSocketAddress) address : null;
        } catch (Exception e) {
          // Closed meanwhile.
          return null;
        }
      }
    }
    return null;
  }
}
