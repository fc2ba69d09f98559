package dev.stockade.e2e.agents;

import dev.stockade.e2e.kit.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import net.bytebuddy.ByteBuddy;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;

/**
 * Another agent as operators load it beside ours.
 *
 * @param arguments of the agent; empty for none
 * @param properties of the JVM
 * @param notes the file in the working directory where it leaves what it saw; null for stderr
 * @param seen finds there each thing that it saw, as its first group
 * @param surely some that it sees of every run of {@link OtherAgentsTest}
 */
record OtherAgent(
    String name,
    Path jar,
    String arguments,
    List<String> properties,
    String notes,
    Pattern seen,
    List<String> surely) {

  /** With nothing to send spans to: it prints them. */
  static OtherAgent openTelemetry(String version) {
    String exporter = version.startsWith("1.") ? "logging" : "console";
    return new OtherAgent(
        "OpenTelemetry " + version,
        jar("io.opentelemetry.javaagent:opentelemetry-javaagent:" + version),
        "",
        List.of(
            "-Dotel.traces.exporter=" + exporter,
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none"),
        null,
        Pattern.compile("LoggingSpanExporter - '([^']+)' "),
        List.of("DynamoDb.GetItem", "S3.PutObject", "S3.GetObject", "GET"));
  }

  /** The newest version: Maven Central has no older ones here. */
  static OtherAgent datadog() {
    return new OtherAgent(
        "Datadog 1.68.1",
        jar("com.datadoghq:dd-java-agent:1.68.1"),
        "",
        List.of(
            "-Ddd.writer.type=LoggingWriter",
            "-Ddd.instrumentation.telemetry.enabled=false",
            "-Ddd.remote_config.enabled=false",
            "-Ddd.profiling.enabled=false",
            "-Ddd.jmxfetch.enabled=false"),
        null,
        Pattern.compile("\"resource\":\"([^\"]+)\""),
        List.of("DynamoDb.GetItem", "S3.PutObject", "S3.GetObject", "GET /"));
  }

  /** Counts the JDK's TLS too, so that it adds a field and code to every class that we weave. */
  static OtherAgent jacoco(String version) {
    return new OtherAgent(
        "JaCoCo " + version,
        jar("org.jacoco:org.jacoco.agent:jar:runtime:" + version),
        "destfile=jacoco.exec,inclbootstrapclasses=true,"
            + "includes=sun.security.ssl.*:dev.stockade.apps.*",
        List.of(),
        "jacoco.exec",
        Pattern.compile("((?:sun/security/ssl|dev/stockade/apps)/[A-Za-z0-9$]+)"),
        List.of("sun/security/ssl/TransportContext", "dev/stockade/apps/HttpsUrlClient"));
  }

  /** Another Byte Buddy in the same methods. */
  static OtherAgent byteBuddy() throws Exception {
    Path folder = Files.createTempDirectory("stockade-other");
    Path library =
        Path.of(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new OtherAgent(
        "Byte Buddy",
        SecondAgent.jar(folder.resolve("second.jar"), library),
        "",
        List.of(),
        null,
        Pattern.compile("other saw (.*)"),
        List.of("HandshakeContext.getActiveProtocols TransportContext.finishHandshake"));
  }

  static Path jar(String coordinates) {
    return Maven.resolver().resolve(coordinates).withoutTransitivity().asSingleFile().toPath();
  }

  /** For the command line. */
  List<String> options() {
    List<String> options = new ArrayList<>(properties);
    options.add("-javaagent:" + jar + (arguments.isEmpty() ? "" : "=" + arguments));
    return options;
  }

  boolean canAttach() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Agent-Class") != null;
    }
  }

  /** What it saw of a program that ran in a folder, in no order. */
  List<String> saw(Outcome outcome, Path folder) throws Exception {
    String told =
        notes == null
            ? String.join("\n", outcome.err())
            : Files.readString(folder.resolve(notes), StandardCharsets.ISO_8859_1);
    return seen.matcher(told).results().map(found -> found.group(1)).sorted().toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
