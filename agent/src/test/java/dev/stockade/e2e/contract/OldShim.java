package dev.stockade.e2e.contract;

import java.io.Closeable;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * An agent that knows of stockade.jar what the shim of an older jar knows, and no more: starts the
 * engine of the jar in its argument, asks it, leaves it, and prints what came of it.
 */
public final class OldShim {
  private OldShim() {}

  /** Everything by name and by types of the JRE. */
  @SuppressWarnings("unchecked")
  public static void agentmain(String jar, Instrumentation instrumentation) throws Exception {
    BiFunction<String, Instrumentation, Closeable> entry =
        (BiFunction<String, Instrumentation, Closeable>)
            new PackedCore(Path.of(jar))
                .loadClass("dev.stockade.engine.Entry")
                .getDeclaredConstructor()
                .newInstance();
    Closeable engine = entry.apply("mode=enforce,jmx=true", instrumentation);
    Class<?> gate = Class.forName("java.lang.StockadeGate", false, null);
    say("protocol " + gate.getField("PROTOCOL").get(null));
    say("answers " + (gate.getField("targets").get(null) != null));
    say("mode " + System.getProperty("stockade.mode"));
    say("given " + System.getProperty("stockade.mode.given"));
    say("version " + System.getProperty("stockade.version"));
    ((Consumer<Object>) engine).accept("command=status,id=4711");
    say("reply " + System.getProperty("stockade.reply"));
    say(
        "reads policies "
            + System.getProperty("stockade.reply").contains("aws.imds-v1\",\"stage\":\"off\""));
    ((Consumer<Object>) engine).accept("command=set,id=4712,mode=audit");
    say("set " + System.getProperty("stockade.reply"));
    ((Consumer<Object>) engine).accept(false);
    ((Consumer<Object>) engine).accept(true);
    say("stays " + System.getProperty("stockade.mode"));
    engine.close();
    say("answers " + (gate.getField("targets").get(null) != null));
    say("mode " + System.getProperty("stockade.mode"));
    say("version " + System.getProperty("stockade.version"));
    say("end");
  }

  private static void say(String line) {
    System.out.println("shim " + line);
    System.out.flush();
  }
}
