package dev.stockade.library.server;

import dev.stockade.enforce.EngineEnds;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import java.lang.ref.WeakReference;

/** Tomcat, which makes an engine for a channel when it has read the client's server name. */
final class Tomcat implements HookHandler {
  static final int GREETED = 0;
  static final int ENGINE_MADE = 1;

  private final EngineEnds engines;
  private final MethodByName getIoChannel = new MethodByName("getIOChannel");

  /** The channel that an engine is about to be made for, on the same thread. */
  @SuppressWarnings("ThreadLocalUsage") // one engine, one instance
  private final ThreadLocal<WeakReference<Object>> greeting =
      new ThreadLocal<WeakReference<Object>>();

  Tomcat(EngineEnds engines) {
    this.engines = engines;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    if (id == GREETED) {
      greeting.set(new WeakReference<Object>(getIoChannel.on(loads[0])));
    } else {
      made(value);
    }
    return value;
  }

  private void made(Object engine) throws Exception {
    WeakReference<Object> met = greeting.get();
    Object open = met == null ? null : met.get();
    greeting.remove();
    if (open != null) {
      engines.meet(engine, open);
    }
  }
}
