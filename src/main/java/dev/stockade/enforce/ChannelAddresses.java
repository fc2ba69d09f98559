package dev.stockade.enforce;

import dev.stockade.weave.reflect.Call;
import java.net.InetSocketAddress;

/** Asks a channel for its addresses, by the names that the JDK, Netty, Jetty and XNIO give them. */
final class ChannelAddresses {
  private final Call[] remote = {
    new Call("getRemoteSocketAddress"),
    new Call("getRemoteAddress"),
    new Call("remoteAddress"),
    new Call("getPeerAddress")
  };

  private final Call[] local = {
    new Call("getLocalSocketAddress"), new Call("getLocalAddress"), new Call("localAddress")
  };

  /** Null where it is none of the internet, or the channel is not open. */
  InetSocketAddress remote(Object channel) {
    return ask(remote, channel);
  }

  /** Likewise on this side. */
  InetSocketAddress local(Object channel) {
    return ask(local, channel);
  }

  private static InetSocketAddress ask(Call[] names, Object channel) {
    for (Call name : names) {
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
