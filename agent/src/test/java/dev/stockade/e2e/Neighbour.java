package dev.stockade.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;

/**
 * Another agent as operators load it beside ours.
 *
 * @param options of the JVM
 * @param sign what it prints on stderr when it has done its own work
 */
record Neighbour(String name, List<String> options, String sign) {
  /** With nothing to send spans to: it prints them. */
  static Neighbour openTelemetry() {
    Path jar = jar("io.opentelemetry.javaagent:opentelemetry-javaagent:2.11.0");
    return new Neighbour(
        "OpenTelemetry 2.11.0",
        List.of(
            "-javaagent:" + jar,
            "-Dotel.traces.exporter=console",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none"),
        "'GET'");
  }

  /** Counts the JDK's TLS too, so that it adds a field and code to every class that we weave. */
  static Neighbour jacoco() {
    Path jar = jar("org.jacoco:org.jacoco.agent:jar:runtime:0.8.13");
    return new Neighbour(
        "JaCoCo 0.8.13",
        List.of(
            "-javaagent:"
                + jar
                + "=output=none,jmx=false,inclbootstrapclasses=true,includes=sun.security.ssl.*"),
        "");
  }

  static Neighbour blockHound() {
    Path jar = jar("io.projectreactor.tools:blockhound:1.0.11.RELEASE");
    return new Neighbour(
        "BlockHound 1.0.11",
        List.of("-XX:+AllowRedefinitionToAddDeleteMethods", "-javaagent:" + jar),
        "");
  }

  /** Another Byte Buddy in the same methods. */
  static Neighbour byteBuddy() throws Exception {
    Path folder = Files.createTempDirectory("stockade-neighbour");
    Path library =
        Path.of(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new Neighbour(
        "Byte Buddy",
        List.of("-javaagent:" + SecondAgent.jar(folder.resolve("second.jar"), library)),
        "neighbour saw HandshakeContext.getActiveProtocols TransportContext.finishHandshake");
  }

  private static Path jar(String coordinates) {
    return Maven.resolver().resolve(coordinates).withoutTransitivity().asSingleFile().toPath();
  }

  @Override
  public String toString() {
    return name;
  }
}
