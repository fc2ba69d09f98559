package dev.stockade.enforce;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
      all.put(name, parts(known.get(name)));
    }
    return all;
  }

  /** The parts of a {@link WeakTable}. An older engine had one map, which guards itself. */
  private static Object[] parts(Object known) {
    if (known instanceof Map) {
      return new Object[] {known};
    }
    boolean isTable = known instanceof Object[] && Integer.bitCount(((Object[]) known).length) == 1;
    return isTable ? (Object[]) known : WeakTable.parts();
  }

  /** By SSLEngine, the ends of its channel as {@link ChannelEnds} keeps them. */
  static WeakTable<Object> engines(Map<String, Object> all) {
    return new WeakTable<>((Object[]) all.get(ENGINES));
  }

  /** By socket, the port that TLS was given where it is another one than the socket's. */
  static WeakTable<Object> sockets(Map<String, Object> all) {
    return new WeakTable<>((Object[]) all.get(SOCKETS));
  }
}
