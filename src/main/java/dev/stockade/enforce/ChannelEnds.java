package dev.stockade.enforce;

import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The ends of one channel. A server's is connected when an engine meets it, and its ends are kept,
 * as it may be closed when a failure is reported; a client's may be connected only later.
 */
final class ChannelEnds {
  private static final int REMOTE = 0;
  private static final int LOCAL = 1;
  private static final int CHANNEL = 2;

  private final InetSocketAddress remote;
  private final InetSocketAddress local;

  private ChannelEnds(Object[] kept) {
    remote = (InetSocketAddress) kept[REMOTE];
    local = (InetSocketAddress) kept[LOCAL];
  }

  /** What is to be kept of a channel; the next engine in this JVM knows it by {@link #of}. */
  static Object[] kept(Object channel, ChannelAddresses addresses) {
    Object[] kept = new Object[CHANNEL + 1];
    read(kept, channel, addresses);
    if (kept[REMOTE] == null) {
      kept[CHANNEL] = new WeakReference<Object>(channel);
    }
    return kept;
  }

  /**
   * The ends, if they are known by now.
   *
   * @param kept by any engine of this JVM, of any version; or null
   */
  static ChannelEnds of(Object kept, ChannelAddresses addresses) {
    if (!(kept instanceof Object[]) || ((Object[]) kept).length <= CHANNEL) {
      return null;
    }
    Object[] parts = (Object[]) kept;
    synchronized (parts) {
      Object open = parts[CHANNEL] == null ? null : ((WeakReference<?>) parts[CHANNEL]).get();
      if (open != null) {
        read(parts, open, addresses);
        parts[CHANNEL] = parts[REMOTE] == null ? parts[CHANNEL] : null;
      }
      return parts[REMOTE] == null ? null : new ChannelEnds(parts);
    }
  }

  private static void read(Object[] kept, Object open, ChannelAddresses addresses) {
    kept[REMOTE] = addresses.remote(open);
    kept[LOCAL] = addresses.local(open);
  }

  String remoteIp() {
    return ip(remote);
  }

  int remotePort() {
    return remote.getPort();
  }

  String remoteName() {
    return SocketEnds.name(remote.getAddress(), remote.getPort());
  }

  String localIp() {
    return ip(local);
  }

  int localPort() {
    return local == null ? 0 : local.getPort();
  }

  private static String ip(InetSocketAddress end) {
    InetAddress address = end == null ? null : end.getAddress();
    return address == null || address.isAnyLocalAddress() ? null : address.getHostAddress();
  }
}
