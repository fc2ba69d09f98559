package dev.stockade.e2e.kit;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.agent.ByteBuddyAgent;

/** A program of test-apps in a JVM of its own, with or without the agent. */
public final class ChildJvm {
  public static final Path JAR = Path.of(System.getProperty("stockade.jar", "target/stockade.jar"));

  public static final String TEST_APPS = testApps();

  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Jdk jdk;
  private final List<String> jvmOptions = new ArrayList<>();
  private final List<String> laterOptions = new ArrayList<>();
  private final Path journal;
  private final List<String> wrapper = new ArrayList<>();
  private Path folder;
  private String jar = JAR.toString();
  private String classPath = System.getProperty("java.class.path");
  private String agentOptions;
  private boolean attach;
  private Process process;
  private Lines out;
  private Lines err;

  private ChildJvm(Jdk jdk) throws IOException {
    this.jdk = jdk;
    this.journal = Files.createTempDirectory("stockade-e2e").resolve("journal.ndjson");
    jvmOptions.addAll(
        List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal", "-Xmx256m"));
    jvmOptions.addAll(SHORT_LIVED);
    jvmOptions.addAll(SharedClasses.options(jdk));
    jvmOptions.addAll(Keys.trustOptions());
  }

  public static ChildJvm on(Jdk jdk) throws IOException {
    return new ChildJvm(jdk);
  }

  /** JVM options, such as system properties. */
  public ChildJvm with(String... options) {
    jvmOptions.addAll(Arrays.asList(options));
    return this;
  }

  /** JVM options that stand behind ours: agents start in the order of the command line. */
  public ChildJvm then(List<String> options) {
    laterOptions.addAll(options);
    return this;
  }

  /** Started by these words, such as {@code env -i}, which end with what runs a command. */
  public ChildJvm under(String... words) {
    wrapper.addAll(Arrays.asList(words));
    return this;
  }

  /** The working directory. */
  public ChildJvm in(Path workingDirectory) {
    folder = workingDirectory;
    return this;
  }

  /** Another path of the agent's jar, as it is to stand behind {@code -javaagent:}. */
  public ChildJvm jar(String path) {
    jar = path;
    return this;
  }

  /** With all that the JVM compiles and collects by: most programs here are over before it pays. */
  public ChildJvm longLived() {
    jvmOptions.removeAll(SHORT_LIVED);
    return withoutSharedClasses();
  }

  /** For programs whose agents add to the boot class path: the JVM would say that it matters. */
  public ChildJvm withoutSharedClasses() {
    jvmOptions.removeAll(SharedClasses.options(jdk));
    return this;
  }

  /** On test-apps and these jars alone, so that versions do not clash with those of the tests. */
  public ChildJvm library(Library library) {
    classPath = TEST_APPS + File.pathSeparator + library.classPath();
    return this;
  }

  /** On exactly this class path. */
  public ChildJvm classPath(String exact) {
    classPath = exact;
    return this;
  }

  /** Old protocols, static RSA and small keys as the application's own choice. */
  public ChildJvm withLegacyAlgorithms() {
    return with("-Djava.security.properties=" + Keys.legacySecurity());
  }

  /** Runs under the agent, with a journal. */
  public ChildJvm agent(Launch launch, String options) {
    agentOptions = "journal=" + journal + (options.isEmpty() ? "" : "," + options);
    attach = launch == Launch.DYNAMIC;
    return this;
  }

  /** Under exactly these options; null for none at all. */
  public ChildJvm agentOnly(String options) {
    agentOptions = options;
    return this;
  }

  public Path journal() {
    return journal;
  }

  public ChildJvm start(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    return launch(List.of("-cp", classPath, "dev.stockade.apps." + mainClass), arguments);
  }

  /** {@code command} is what stands between the JVM's options and the program's arguments. */
  public ChildJvm launch(List<String> command, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(wrapper);
    words.add(jdk.java());
    words.addAll(jvmOptions);
    if (agentOptions != null && !attach) {
      words.add("-javaagent:" + jar + (agentOptions.isEmpty() ? "" : "=" + agentOptions));
    }
    words.addAll(laterOptions);
    if (attach) {
      words.add("-Dapp.wait=true");
    }
    words.addAll(command);
    words.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().keySet().removeIf(name -> name.startsWith("STOCKADE_"));
    environment.forEach(builder.environment()::put);
    process = builder.directory(folder == null ? null : folder.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    out = new Lines(process.getInputStream());
    err = new Lines(process.getErrorStream());
    if (attach) {
      ready();
      attach(agentOptions);
      go();
    }
    return this;
  }

  private final java.util.Map<String, String> environment = new java.util.HashMap<>();

  public ChildJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  private static String testApps() {
    try {
      return Path.of(
              Class.forName("dev.stockade.apps.Hello", false, ChildJvm.class.getClassLoader())
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI())
          .toString();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("test-apps is not on the class path of the tests", e);
    }
  }

  /** Loads the agent into the running JVM. */
  public void attach(String options) {
    load(JAR, options);
  }

  /** Loads any agent into the running JVM. */
  public void load(Path agent, String options) {
    try {
      ByteBuddyAgent.attach(agent.toFile(), String.valueOf(process.pid()), options);
    } catch (IllegalStateException e) {
      // A JDK 8 answers "0", which a newer attaching JDK takes for an error: it means success.
      if (!String.valueOf(rootOf(e).getMessage()).equals("0")) {
        throw e;
      }
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
  }

  /** Waits for the line {@code ready PORT}. */
  public int ready() throws InterruptedException {
    try {
      String line = out.await(text -> text.startsWith("ready "), 30_000);
      return Integer.parseInt(line.substring("ready ".length()).trim());
    } catch (AssertionError e) {
      process.destroyForcibly();
      throw new AssertionError(e.getMessage() + "\nstderr: " + err.all(), e);
    }
  }

  /** Waits until somebody listens on a port that the program was told. */
  public void awaitListener(int port) throws Exception {
    Ports.awaitListener(port, process, err);
  }

  /** Waits for a line that begins so. */
  public String awaitLine(String begin) throws InterruptedException {
    return out.await(text -> text.startsWith(begin), 30_000);
  }

  /** The line that begins so of a round; lets a client go on that waits between its rounds. */
  public String round(int number, String begin) throws IOException, InterruptedException {
    if (number > 1) {
      go();
    }
    return out.await(text -> text.startsWith(begin), number, 30_000);
  }

  /** The sample with this number, from 1 on, that a program printed when it was asked. */
  public String awaitSample(int number) throws InterruptedException {
    return out.await(text -> text.startsWith("sample "), number, 60_000);
  }

  /** Waits until so many lines begin so. */
  public void awaitLines(String begin, int count) throws InterruptedException {
    out.await(text -> text.startsWith(begin), count, 30_000);
  }

  /** Lets a program that waits go on. */
  public void go() throws IOException {
    send("");
  }

  /** A line on its standard input. */
  public void send(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().flush();
  }

  public long pid() {
    return process.pid();
  }

  /** Closes its standard input, which ends a server, and waits for the end. */
  public Outcome end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return outcome();
  }

  /** Ends it as a service manager does, by SIGTERM, and waits for the end. */
  public Outcome stop() throws IOException, InterruptedException {
    process.destroy();
    return outcome();
  }

  /** Waits for the end. */
  public Outcome outcome() throws IOException, InterruptedException {
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    Outcome outcome =
        new Outcome(
            ended ? process.exitValue() : -1, out.all(), err.all(), Records.in(journal), journal);
    if (!ended) {
      throw new AssertionError("the child did not end in time: " + outcome);
    }
    return outcome;
  }
}
