package dev.stockade.fleet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** Spark's own standalone master with two workers of one core each, on loopback. */
final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SMALL = "-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private final Path folder;
  private final String master;
  private final List<Process> processes = new ArrayList<>();

  Cluster(Path folder) throws Exception {
    this.folder = folder;
    installSpark();
    Process process =
        start("master", SMALL, "deploy.master.Master", "--host", "127.0.0.1", "--port", "0");
    master = waitFor("master", "Starting Spark master at (spark://\\S+)", process);
    for (String name : List.of("worker1", "worker2")) {
      start(
          name,
          SMALL,
          "deploy.worker.Worker",
          "--host",
          "127.0.0.1",
          "--cores",
          "1",
          "--memory",
          "700m",
          "--work-dir",
          folder.resolve(name).toString(),
          master);
    }
    for (String name : List.of("worker1", "worker2")) {
      waitFor(name, "(Successfully registered)", processes.get(name.equals("worker1") ? 1 : 2));
    }
  }

  /** As an installation has them: the jars in one folder. Spark's workers look there. */
  private void installSpark() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("spark/jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      boolean isOurs = entry.contains("stockade") || entry.contains("duckdb");
      if (entry.endsWith(".jar") && !isOurs && !Files.exists(jars.resolve(jar.getFileName()))) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
  }

  /** Submits the jar with these words; its output is in the files out and err. */
  Process submit(Path jar, String... words) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--master",
                master,
                "--conf",
                "spark.executor.memory=512m",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.sql.codegen.wholeStage=false",
                "--conf",
                "spark.sql.codegen.factoryMode=NO_CODEGEN",
                "--conf",
                "spark.sql.shuffle.partitions=2",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.executor.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                "--class",
                "dev.stockade.fleet.SparkFleet",
                jar.toString()));
    all.addAll(Arrays.asList(words));
    return start(
        "driver",
        "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
        "deploy.SparkSubmit",
        all.toArray(String[]::new));
  }

  private Process start(String name, String options, String main, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(Arrays.asList(options.split(" ", 0)));
    command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", folder.resolve("spark/jars") + "/*", "org.apache.spark." + main));
    command.addAll(Arrays.asList(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** What a process prints on standard output or error. */
  String read(String file) throws IOException {
    return Files.readString(folder.resolve(file), UTF_8);
  }

  /** Waits until a worker's executor is at a task. */
  void waitForTask(String worker, Process job) throws Exception {
    until(
        "driver",
        job,
        () -> {
          try (Stream<Path> files = Files.walk(folder.resolve(worker))) {
            for (Path file : files.filter(one -> one.endsWith("stderr")).toList()) {
              if (Files.readString(file).contains("Running task")) {
                return Optional.of(file.toString());
              }
            }
          }
          return Optional.empty();
        });
  }

  /** Kills a worker and its executor at once, as the end of a machine does. */
  void kill(String worker) {
    Process process = processes.get(worker.equals("worker1") ? 1 : 2);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private interface Look {
    Optional<String> look() throws IOException;
  }

  private String waitFor(String name, String pattern, Process process) throws Exception {
    Pattern wanted = Pattern.compile(pattern);
    return until(
        name,
        process,
        () -> {
          Matcher found = wanted.matcher(read(name + ".err"));
          return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        });
  }

  private String until(String name, Process alive, Look look) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Optional<String> found = look.look();
      if (found.isPresent()) {
        return found.get();
      }
      if (alive.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            name + " has ended: " + read(name + ".out") + read(name + ".err"));
      }
    }
    throw new IllegalStateException("nothing within " + PATIENCE);
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
