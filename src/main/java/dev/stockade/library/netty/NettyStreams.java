package dev.stockade.library.netty;

import dev.stockade.enforce.WeakTable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object for each stream of Netty's HTTP/2 that carries a signed request, from its request to
 * its response: Netty makes its own only after the point where the request is judged.
 */
final class NettyStreams {
  private final WeakTable<Streams> connections = new WeakTable<>();

  /** What stands for a stream from now on. */
  Object begin(Object connection, int stream) {
    Streams streams = connections.get(connection);
    if (streams == null) {
      // In the event loop of the connection: no other thread makes one.
      streams = new Streams();
      connections.put(connection, streams);
    }
    Object mark = new Object();
    synchronized (streams) {
      streams.put(stream, mark);
    }
    return mark;
  }

  /** What stands for it, or null. */
  Object of(Object connection, int stream) {
    Streams streams = connections.get(connection);
    if (streams == null) {
      return null;
    }
    synchronized (streams) {
      return streams.get(stream);
    }
  }

  /** Its response is there. */
  void end(Object connection, int stream) {
    Streams streams = connections.get(connection);
    if (streams != null) {
      synchronized (streams) {
        streams.remove(stream);
      }
    }
  }

  /** Of one connection; one that was reset never gets a response, and is the first to go. */
  private static final class Streams extends LinkedHashMap<Integer, Object> {
    private static final long serialVersionUID = 1L;
    private static final int MAX = 256;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Object> eldest) {
      return size() > MAX;
    }
  }
}
