package dev.stockade.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Programs that stay, all warm and alive at once, each measured in turn for a moment. */
final class Rates {
  private static final int SLICES = 8;
  private static final int SLICE = 400;
  private static final int SDK_SLICE = 4_000;

  /** The compiler is busy with the SDK for that long, however quick the run. */
  private static final int SDK_WARM_UP = 80_000;

  /** Until the compiler has done what it was asked for, and a kill file was seen. */
  private static final long SETTLE_MILLIS = 3_000;

  private final Run run;
  private final CpuShare share;

  /** Of each run the same, so that two can be compared. */
  private final Random random = new Random(1);

  Rates(Run run) {
    this.run = run;
    share = new CpuShare(run);
  }

  void ofClients(Row row, RunningServer plain, String mode, int times) throws Exception {
    int warmUp = times * run.options().warmUp();
    Map<Agent, RunningClient> clients = new EnumMap<>(Agent.class);
    for (Variant variant : run.variants(row)) {
      clients.put(variant.agent(), RunningClient.plain(run.bench(), variant, plain, mode, warmUp));
    }
    compare(row, clients, times * SLICE);
    close(clients);
  }

  void ofSdk(RunningServer plain) throws Exception {
    Map<Agent, RunningClient> clients = new EnumMap<>(Agent.class);
    for (Variant variant : run.variants(Row.SDK_REQUESTS)) {
      clients.put(variant.agent(), RunningClient.sdk(run.bench(), variant, plain, SDK_WARM_UP));
    }
    Path hooksOff = Files.createFile(Variants.hooksOff(run.bench().folder()));
    Thread.sleep(SETTLE_MILLIS);
    compareSdk(clients);
    share.measure(clients);
    close(clients);
    Files.delete(hooksOff);
  }

  void ofServers() throws Exception {
    Map<Agent, RunningServer> servers = new EnumMap<>(Agent.class);
    Map<Agent, RunningClient> clients = new EnumMap<>(Agent.class);
    int warmUp = run.options().warmUp();
    for (Variant variant : run.variants(Row.SERVER)) {
      RunningServer server = new RunningServer(run.bench(), variant);
      servers.put(variant.agent(), server);
      clients.put(
          variant.agent(),
          RunningClient.plain(run.bench(), run.plain(), server, "handshake", warmUp));
    }
    compare(Row.SERVER, clients, SLICE);
    close(clients);
    for (Map.Entry<Agent, RunningServer> server : servers.entrySet()) {
      run.measurements().add(Row.RSS, server.getKey(), server.getValue().residentMegabytes());
      server.getValue().close();
    }
  }

  /** Each time in another order: who comes next to whom is to matter to none. */
  private void compareSdk(Map<Agent, RunningClient> clients) throws Exception {
    List<Agent> order = new ArrayList<>(clients.keySet());
    for (int slice = 0; slice < SLICES; slice++) {
      Collections.shuffle(order, random);
      for (Agent agent : order) {
        RunningClient client = clients.get(agent);
        long before = client.processorNanos();
        run.measurements().add(Row.SDK_REQUESTS, agent, client.rate(SDK_SLICE));
        double micros = (client.processorNanos() - before) / 1e3;
        run.measurements().add(Row.SDK_CPU, agent, micros / SDK_SLICE);
      }
    }
  }

  private void compare(Row row, Map<Agent, RunningClient> clients, int count) throws Exception {
    for (int slice = 0; slice < SLICES; slice++) {
      for (Map.Entry<Agent, RunningClient> client : clients.entrySet()) {
        run.measurements().add(row, client.getKey(), client.getValue().rate(count));
      }
    }
  }

  private static void close(Map<Agent, RunningClient> clients) throws Exception {
    for (RunningClient client : clients.values()) {
      client.close();
    }
  }
}
