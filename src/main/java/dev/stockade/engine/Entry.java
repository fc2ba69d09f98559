package dev.stockade.engine;

import dev.stockade.base.Host;
import dev.stockade.base.JvmProperties;
import dev.stockade.engine.control.Announcement;
import dev.stockade.engine.control.Heritage;
import dev.stockade.engine.files.PolicyOnDisk;
import dev.stockade.engine.health.StderrLog;
import dev.stockade.engine.hooks.GateDefinition;
import dev.stockade.engine.options.Option;
import dev.stockade.engine.options.Options;
import java.io.Closeable;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.function.BiFunction;

/**
 * The function that the shim finds by name and starts; it does the whole install. It is a function
 * of JRE types, because the two know no common type of ours, and because calling a method by
 * reflection spins classes on newer JDKs. It never throws into the host, unless the operator asked
 * for that with {@code on-failure=exit}.
 */
public final class Entry implements BiFunction<String, Instrumentation, Closeable> {
  /**
   * Installs an engine.
   *
   * @param agentArgument {@code name=value,…}, or null
   * @param instrumentation of the JVM
   * @return the engine, by the one method that the shim needs; null when there is nothing to do
   * @throws RuntimeException when it failed, for the shim to report; its message holds {@code
   *     on-failure=exit} when the operator wants the JVM to stop then
   */
  @Override
  public Closeable apply(String agentArgument, Instrumentation instrumentation) {
    // Not asked of a class of its own: each one more costs every start.
    if (Thread.currentThread().getName().equals("Attach Listener")
        || System.getProperty(JvmProperties.VERSION) != null) {
      return Arrival.start(agentArgument, instrumentation);
    }
    Options options =
        Options.read(agentArgument, Announcement.properties(instrumentation), System.getenv());
    StderrLog log = new StderrLog(options.get(Option.LOG));
    try {
      return install(options, null, null, instrumentation, log);
    } catch (Throwable error) {
      String wish = options.get(Option.ON_FAILURE).equals("exit") ? " (on-failure=exit)" : "";
      throw new IllegalStateException(error + wish, error);
    }
  }

  /**
   * @param arrival null when the program starts with this; else what it cannot do is not done
   * @param heritage null where no engine was before
   * @return null when there is nothing to do
   */
  static Engine install(
      Options given,
      Arrival arrival,
      Heritage heritage,
      Instrumentation instrumentation,
      StderrLog log)
      throws Exception {
    Host host = new Host(System.getProperties());
    if (host.isJdkTool()) {
      log.info("stays out of " + host.mainClass() + ", a tool of the JDK: nothing is woven");
      return null;
    }
    PolicyOnDisk disk = policyOnDisk(given, heritage);
    Options options =
        disk == null || disk.good() == null ? given : given.with(disk.good(), disk.path());
    if (arrival != null) {
      arrival.check(options, disk);
    }
    if (complain(options, disk, log) && options.get(Option.ON_FAILURE).equals("exit")) {
      throw new IllegalArgumentException("the options have mistakes");
    }
    String set = heritage == null ? null : heritage.overrides().get(Option.MODE.key);
    // A label, as the class of modes is not needed at a start.
    String mode = set == null ? options.get(Option.MODE) : set;
    if (mode.equalsIgnoreCase("off")) {
      log.info("mode=off: nothing is woven");
      return null;
    }
    String killFile = options.get(Option.KILL_FILE);
    if (killFile != null && new File(killFile).exists()) {
      log.warn("there is the kill file " + killFile + ": nothing is woven");
      return null;
    }
    GateDefinition.install(instrumentation);
    Engine engine = new Engine(given, options, mode, host, instrumentation, log, heritage);
    try {
      boolean isLookedAfter =
          disk != null
              || killFile != null
              || options.get(Option.JMX).equals("true")
              || (heritage != null && heritage.isMoreThanOptions());
      engine.begin(mode, disk, isLookedAfter, arrival != null);
      return engine;
    } catch (Throwable error) {
      engine.close();
      throw error;
    }
  }

  /** Null where no policy file is wanted: then no class for reading one is loaded. */
  private static PolicyOnDisk policyOnDisk(Options given, Heritage heritage) {
    String path = given.get(Option.POLICY);
    if (path == null || given.get(Option.MODE).equals("off")) {
      return null;
    }
    PolicyOnDisk disk = new PolicyOnDisk(path);
    if (heritage != null && path.equals(heritage.given().get(Option.POLICY.key))) {
      disk.begin(heritage.policyText());
    }
    disk.read();
    return disk;
  }

  /** Whether there was anything to complain of. */
  private static boolean complain(Options options, PolicyOnDisk disk, StderrLog log) {
    for (String complaint : options.complaints()) {
      log.error(complaint);
    }
    String error = disk == null ? null : disk.error();
    if (error != null) {
      log.error(
          error
              + (disk.good() == null
                  ? "; it goes on without the policy file"
                  : "; the policy before stays"));
    }
    return error != null || !options.complaints().isEmpty();
  }
}
