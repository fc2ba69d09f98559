package dev.stockade.engine;

import dev.stockade.engine.health.StderrLog;
import dev.stockade.journal.EventObserver;
import java.lang.reflect.InvocationTargetException;

/** Brings in what the option {@code jfr} asks for, where this Java runtime has it. */
final class FlightRecording {
  /** Asked for by name, since its classes cannot be loaded without the module jdk.jfr. */
  private static final String EVENTS = "dev.stockade.journal.jfr.FlightEvents";

  private static final String NO_EFFECT = "jfr=true has no effect: ";

  private FlightRecording() {}

  /** Null where there is no Flight Recorder, which is logged. */
  static EventObserver begin(StderrLog log) {
    try {
      return Class.forName(EVENTS)
          .asSubclass(EventObserver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (InvocationTargetException e) {
      log.warn(NO_EFFECT + "the Flight Recorder cannot be used: " + e.getCause().getMessage());
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      log.warn(
          NO_EFFECT
              + "this Java runtime has no Flight Recorder (module jdk.jfr); JDK 11 and newer have"
              + " it, a program made of modules may need --add-modules jdk.jfr");
    }
    return null;
  }
}
