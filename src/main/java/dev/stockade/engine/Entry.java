package dev.stockade.engine;

import java.io.Closeable;
import java.lang.instrument.Instrumentation;
import java.util.function.BiFunction;

/**
 * What the shim finds by name and starts. It is a function of JRE types, because the two know no
 * common type of ours, and because calling a method by reflection spins classes on newer JDKs.
 */
public final class Entry implements BiFunction<String, Instrumentation, Closeable> {
  @Override
  public Closeable apply(String agentArgument, Instrumentation instrumentation) {
    return Engine.start(agentArgument, instrumentation);
  }
}
