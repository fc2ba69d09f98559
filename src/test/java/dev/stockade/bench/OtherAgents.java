package dev.stockade.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Agents of others, with all that would need a collector switched off. */
final class OtherAgents {
  private OtherAgents() {}

  static Variant openTelemetry(String version) throws Exception {
    return variant(
        Agent.OPENTELEMETRY,
        "OpenTelemetry " + version,
        "-javaagent:"
            + Artifact.fetch("io.opentelemetry.javaagent", "opentelemetry-javaagent", version),
        "otel.traces.exporter=none",
        "otel.metrics.exporter=none",
        "otel.logs.exporter=none");
  }

  /** None of its writers drops what it is given, but several writers may be none. */
  static Variant datadog(String version) throws Exception {
    return variant(
        Agent.DATADOG,
        "Datadog " + version,
        "-javaagent:" + Artifact.fetch("com.datadoghq", "dd-java-agent", version),
        "dd.writer.type=MultiWriter:,",
        "dd.instrumentation.telemetry.enabled=false",
        "dd.remote_config.enabled=false",
        "dd.jmxfetch.enabled=false",
        "dd.profiling.enabled=false",
        "dd.crashtracking.enabled=false",
        "dd.symbol.database.upload.enabled=false",
        "dd.data.streams.enabled=false",
        "dd.runtime.metrics.enabled=false",
        "dd.trace.health.metrics.enabled=false",
        "dd.trace.stats.computation.enabled=false",
        "dd.trace.service.discovery.enabled=false",
        "dd.trace.startup.logs=false");
  }

  private static Variant variant(Agent agent, String name, String option, String... properties) {
    List<String> options = new ArrayList<>(List.of(option));
    Stream.of(properties).map(property -> "-D" + property).forEach(options::add);
    return new Variant(agent, name, options);
  }
}
