package dev.stockade.bench;

import java.io.IOException;
import java.util.Map;

/**
 * Which part of a warm client's processor time is ours. A machine on which there is no profiler has
 * all the other rows; this one then says why not.
 */
final class CpuShare {
  /** Some seconds, at a sample each millisecond of processor time. */
  private static final int REQUESTS = 60_000;

  private final Run run;

  CpuShare(Run run) {
    this.run = run;
  }

  void measure(Map<Agent, RunningClient> clients) throws Exception {
    for (Variant variant : run.variants(Row.SAMPLES)) {
      if (run.measurements().whySkipped(Row.SAMPLES).isEmpty()) {
        measure(variant.agent(), clients.get(variant.agent()));
      }
    }
  }

  private void measure(Agent agent, RunningClient client) throws Exception {
    Profiler profiler = new Profiler(run.bench().folder(), client.pid());
    try {
      profiler.begin();
    } catch (IOException e) {
      skip(e);
      return;
    }
    client.rate(REQUESTS);
    try {
      run.measurements().add(Row.SAMPLES, agent, profiler.end().percent());
    } catch (IOException e) {
      skip(e);
    }
  }

  /** In one line, without the command that failed, and no longer than fits a table. */
  private void skip(IOException e) {
    String reason = String.valueOf(e.getMessage()).replaceAll("[\\s|]+", " ");
    reason = reason.substring(reason.indexOf(" failed: ") + 1).strip();
    run.measurements().skip(Row.SAMPLES, reason.substring(0, Math.min(200, reason.length())));
  }
}
