package dev.stockade.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a run keeps its files and processes, so that neither outlives it, and how apps start. */
final class Workbench implements Closeable {
  static final String APPS = "test-apps/target/classes";

  /** One collector and one heap for all, or the heap's growth would hide what an agent holds. */
  private static final List<String> HEAP = List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx256m");

  private final List<Process> running = new ArrayList<>();
  private final Path folder = Files.createTempDirectory("stockade-paired");
  private final Path java;

  Workbench(Path java) throws IOException {
    this.java = java;
  }

  /** The launcher of the JDK that is measured. */
  Path java() {
    return java;
  }

  Path folder() {
    return folder;
  }

  Path keys() {
    return folder.resolve("keys.p12");
  }

  /** What starts one of the test apps under an agent. */
  List<String> command(Variant variant, String program, String... arguments) {
    return command(variant, List.of("-cp", APPS), program, arguments);
  }

  /** With the class path and what else it needs among the options. */
  List<String> command(Variant variant, List<String> options, String program, String... arguments) {
    List<String> words = new ArrayList<>(List.of(java.toString()));
    words.addAll(HEAP);
    words.addAll(variant.options());
    words.add("-Djavax.net.ssl.trustStore=" + keys());
    words.add("-Djavax.net.ssl.trustStorePassword=" + KeyStoreFile.PASSWORD);
    words.add("-Djavax.net.ssl.trustStoreType=" + KeyStoreFile.TYPE);
    words.add("-Dapp.keystore=" + keys());
    words.add("-Dapp.password=" + KeyStoreFile.PASSWORD);
    words.add("-Dapp.again=true");
    words.addAll(options);
    words.add("dev.stockade.apps." + program);
    words.addAll(Arrays.asList(arguments));
    return words;
  }

  /** Begins a process that is to end by itself, or else with this. */
  Process begin(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    running.add(process);
    return process;
  }

  @Override
  public void close() throws IOException {
    running.forEach(Process::destroyForcibly);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
