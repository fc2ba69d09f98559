package dev.stockade.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is aimed at, in the same measurements as the table. */
final class Aims {
  private static final List<Aim> ALL =
      Stream.concat(
              Stream.of(Aim.atMost(Agent.OFF, Row.HELLO_CPU, Aim.Of.EMPTY_RATIO, 1.04)),
              Stream.of(Agent.AUDIT, Agent.ENFORCE).flatMap(Aims::ofMode))
          .toList();

  private final Run run;
  private final List<String> lines = new ArrayList<>();

  private Aims(Run run) {
    this.run = run;
  }

  private static Stream<Aim> ofMode(Agent agent) {
    return Stream.of(
        Aim.atMost(agent, Row.HELLO_CPU, Aim.Of.EMPTY_RATIO, 1.12),
        Aim.atMost(agent, Row.HTTPS_CPU, Aim.Of.RATIO, 1.05),
        Aim.atLeast(agent, Row.CLIENT, Aim.Of.RATIO, 0.98),
        Aim.atLeast(agent, Row.SERVER, Aim.Of.RATIO, 0.98),
        Aim.atLeast(agent, Row.REQUESTS, Aim.Of.RATIO, 0.99),
        Aim.atLeast(agent, Row.SDK_REQUESTS, Aim.Of.RATIO, 0.96),
        Aim.atMost(agent, Row.SAMPLES, Aim.Of.VALUE, 3),
        Aim.atMost(agent, Row.RSS, Aim.Of.DIFFERENCE, 6));
  }

  static List<String> lines(Run run) {
    Aims aims = new Aims(run);
    for (Aim aim : ALL) {
      if (run.measurements().has(aim.row(), aim.agent())) {
        aims.lines.add(aim.line(aims.name(aim.agent()), run.measurements()));
      }
    }
    aims.startBeside(Agent.OPENTELEMETRY);
    aims.startBeside(Agent.DATADOG);
    return aims.lines;
  }

  private void startBeside(Agent other) {
    if (run.measurements().has(Row.HELLO_CPU, other)) {
      double ours = addedToTheStart(Agent.AUDIT);
      double theirs = addedToTheStart(other);
      lines.add(
          String.format(
              Locale.ROOT,
              "- CPU added to the start without TLS: %s %.0f ms, %s %.0f ms: %.1f times"
                  + " (aim: at least 10)",
              name(Agent.AUDIT),
              ours,
              name(other),
              theirs,
              theirs / ours));
    }
  }

  private double addedToTheStart(Agent agent) {
    return run.measurements().differences(Row.HELLO_CPU, agent, Agent.NONE).median();
  }

  private String name(Agent agent) {
    return run.variants().stream()
        .filter(variant -> variant.agent() == agent)
        .findFirst()
        .orElseThrow()
        .name();
  }
}
