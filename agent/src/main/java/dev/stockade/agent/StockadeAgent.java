package dev.stockade.agent;

import java.io.Closeable;
import java.io.File;
import java.lang.instrument.Instrumentation;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Entry points of stockade.jar: {@code -javaagent}, dynamic attach, {@code java -jar}.
 *
 * <p>A later attach with a newer jar still runs this class from the older one: it loads the engine
 * from the path in its argument {@code jar=…}.
 */
public final class StockadeAgent {
  private static final String ENTRY = "dev.stockade.engine.Entry";
  private static final String COMMANDS = "dev.stockade.cli.Commands";
  private static final String JAR = "jar=";
  private static final String COMMAND = "command=";
  private static final String DETACH = COMMAND + "detach";
  private static final String ID = ",id=";
  private static final String REPLY = "stockade.reply";
  private static final String GATE = "java.lang.StockadeGate";
  private static final String NOT_ACTIVE =
      " {\"ok\":false,\"error\":\"Stockade is not active in this JVM\"}";
  private static final String EXIT = "on-failure=exit";
  private static final String NOT_ACTIVE_HERE = "not active, the program runs without it: ";

  /** The running engine. Guarded by the class, but for a start: then there is one thread. */
  private static Closeable engine;

  private StockadeAgent() {}

  /** Called by the JVM before the program's main. */
  public static void premain(String argument, Instrumentation instrumentation) {
    // A second -javaagent with mode=off takes off the engine of the first.
    boolean needless = engine == null && NeedlessStart.isOne(argument);
    if (!needless && !start(argument, instrumentation)) {
      // An exception would abort the JVM with a core dump. No code of the program has run yet.
      end();
    }
  }

  /**
   * Called by the JVM when a tool attaches: an exception reports a failure to it, the program goes
   * on.
   */
  public static void agentmain(String argument, Instrumentation instrumentation) {
    if (!start(argument, instrumentation)) {
      throw new IllegalStateException("stockade is not active and " + EXIT);
    }
  }

  /**
   * The commands of {@code java -jar stockade.jar}.
   *
   * @throws Exception what a command did not foresee; the JVM prints it and exits with 1
   */
  public static void main(String[] arguments) throws Exception {
    CoreLoader core = core(null);
    core.openCommands();
    Object exitCode =
        core.loadClass(COMMANDS)
            .getMethod("run", String[].class, String.class)
            .invoke(null, arguments, fileOf(ownSource()).getPath());
    if (!Integer.valueOf(0).equals(exitCode)) {
      exit((Integer) exitCode);
    }
  }

  /** False when that failed and the operator wants the JVM to end then. */
  private static synchronized boolean start(String argument, Instrumentation instrumentation) {
    try {
      if (isCommand(argument)) {
        command(withoutJar(argument));
      } else {
        engine = replace(engine, argument, instrumentation);
      }
      return true;
    } catch (Throwable e) {
      boolean ends =
          String.valueOf(e.getMessage()).contains(EXIT)
              || (argument != null && argument.contains(EXIT));
      String without = ends ? "not active, and " + EXIT + ": " : NOT_ACTIVE_HERE;
      say(engine == null ? without : "the engine stays: ", e);
      return !ends;
    }
  }

  /**
   * The previous engine answers the hooks until the new one does, but no longer weaves: a class
   * woven by both would report each handshake twice.
   */
  @SuppressWarnings("unchecked")
  private static Closeable replace(
      Closeable before, String argument, Instrumentation instrumentation) throws Exception {
    BiFunction<String, Instrumentation, Closeable> entry =
        (BiFunction<String, Instrumentation, Closeable>)
            core(jarIn(argument)).loadClass(ENTRY).getDeclaredConstructor().newInstance();
    if (before == null) {
      return entry.apply(withoutJar(argument), instrumentation);
    }
    ((Consumer<Object>) before).accept(false);
    Closeable after;
    try {
      after = entry.apply(withoutJar(argument), instrumentation);
    } catch (Throwable e) {
      ((Consumer<Object>) before).accept(true);
      throw e;
    }
    before.close();
    return after;
  }

  private static boolean isCommand(String argument) {
    String rest = withoutJar(argument);
    return rest != null && rest.startsWith(COMMAND);
  }

  /** The engine leaves its answer in a system property. */
  @SuppressWarnings("unchecked")
  private static void command(String command) throws ReflectiveOperationException {
    if (engine == null) {
      int id = command.indexOf(ID) + ID.length();
      int end = command.indexOf(',', id);
      String nonce = command.substring(id, end < 0 ? command.length() : end);
      BriefProperty.set(REPLY, nonce + NOT_ACTIVE);
      return;
    }
    ((Consumer<Object>) engine).accept(command);
    if (command.startsWith(DETACH) && !answersHooks()) {
      engine = null;
    }
  }

  /** The gate knows; properties are dropped by programs. */
  private static boolean answersHooks() throws ReflectiveOperationException {
    return Class.forName(GATE, false, null).getField("targets").get(null) != null;
  }

  private static File jarIn(String argument) {
    return argument != null && argument.startsWith(JAR)
        ? new File(argument.substring(JAR.length(), endOfFirst(argument)))
        : null;
  }

  private static String withoutJar(String argument) {
    if (argument == null || !argument.startsWith(JAR)) {
      return argument;
    }
    int end = endOfFirst(argument);
    return end == argument.length() ? null : argument.substring(end + 1);
  }

  private static int endOfFirst(String argument) {
    int comma = argument.indexOf(',');
    return comma < 0 ? argument.length() : comma;
  }

  private static CoreLoader core(File jar) throws Exception {
    return jar == null
        ? new CoreLoader(fileOf(ownSource()), ownSource())
        : new CoreLoader(jar, new CodeSource(jar.toURI().toURL(), (Certificate[]) null));
  }

  private static CodeSource ownSource() {
    return StockadeAgent.class.getProtectionDomain().getCodeSource();
  }

  private static File fileOf(CodeSource source) throws Exception {
    String path = source.getLocation().getPath();
    // Only a path with escapes is worth the cost of a URI.
    return new File(path.indexOf('%') < 0 ? path : source.getLocation().toURI().getPath());
  }

  private static void say(String what, Throwable error) {
    try {
      System.err.println("stockade: " + what + error);
    } catch (Throwable e) {
      // No stderr and no memory: the host lives.
    }
  }

  @SuppressForbidden("the operator asked for it, and no code of the program has run")
  private static void end() {
    Runtime.getRuntime().halt(1);
  }

  @SuppressForbidden("the command line tool's own process, not a host's")
  private static void exit(int code) {
    System.exit(code);
  }
}
