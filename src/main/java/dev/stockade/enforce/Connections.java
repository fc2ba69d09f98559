package dev.stockade.enforce;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Facts about the connections of a JVM that go on from an engine to the next: without them a
 * handshake under way at an upgrade would have no client any more, and an exception for the
 * client's address would not hold. JDK types only: any other would keep a replaced engine in
 * memory.
 */
public final class Connections {
  private static final String ENGINES = "engines";
  private static final String SOCKETS = "sockets";

  private Connections() {}

  /**
   * @param before of the previous engine, perhaps of another version; or null
   */
  public static Map<String, Object> after(Object before) {
    Map<?, ?> known = before instanceof Map ? (Map<?, ?>) before : Collections.emptyMap();
    Map<String, Object> all = new LinkedHashMap<>();
    for (String name : new String[] {ENGINES, SOCKETS}) {
      Object part = known.get(name);
      all.put(name, part instanceof Map ? part : weak());
    }
    return all;
  }

  private static Map<Object, Object> weak() {
    return Collections.synchronizedMap(new WeakHashMap<Object, Object>());
  }

  /** By SSLEngine, the ends of its channel as {@link ChannelEnds} keeps them. */
  static Map<Object, Object> engines(Map<String, Object> all) {
    return part(all, ENGINES);
  }

  /** By socket, the port that TLS was given where it is another one than the socket's. */
  static Map<Object, Object> sockets(Map<String, Object> all) {
    return part(all, SOCKETS);
  }

  @SuppressWarnings("unchecked") // made by after
  private static Map<Object, Object> part(Map<String, Object> all, String name) {
    return (Map<Object, Object>) all.get(name);
  }
}
