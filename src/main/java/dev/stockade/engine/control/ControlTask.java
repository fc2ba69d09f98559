package dev.stockade.engine.control;

/** Something else that is done whenever {@link EngineControl} does its work. */
public interface ControlTask {
  /** Called twice a second. What it throws is counted and forgotten. */
  void run() throws Exception;

  /** The engine leaves. */
  void close();
}
