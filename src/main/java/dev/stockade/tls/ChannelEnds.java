package dev.stockade.tls;

import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The ends of one channel. A server's is connected when an engine meets it, and its ends are kept,
 * as it may be closed when a failure is told; a client's may be connected only later.
 */
final class ChannelEnds {
  private WeakReference<Object> channel;
  private InetSocketAddress remote;
  private InetSocketAddress local;

  ChannelEnds(Object channel, ChannelAddresses addresses) {
    read(channel, addresses);
    if (remote == null) {
      this.channel = new WeakReference<Object>(channel);
    }
  }

  /** Whether the ends are known. To be asked before they are. */
  synchronized boolean isConnected(ChannelAddresses addresses) {
    Object open = channel == null ? null : channel.get();
    if (open != null) {
      read(open, addresses);
      if (remote != null) {
        channel = null;
      }
    }
    return remote != null;
  }

  private void read(Object open, ChannelAddresses addresses) {
    remote = addresses.remote(open);
    local = addresses.local(open);
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
