package dev.stockade.bench;

import java.util.ArrayList;
import java.util.List;

/** The measuring: in each round every variant starts, connects and serves, one beside the other. */
final class Rounds {
  private static final int STARTS = 5;
  private static final int SLICES = 8;
  private static final int SLICE = 400;
  private static final int REQUESTS_A_HANDSHAKE = 20;

  private final Workbench bench;
  private final List<Variant> variants;
  private final int warmUp;
  private final Measurements measurements;

  Rounds(Workbench bench, List<Variant> variants, int warmUp, Measurements measurements) {
    this.bench = bench;
    this.variants = variants;
    this.warmUp = warmUp;
    this.measurements = measurements;
  }

  void run(int rounds) throws Exception {
    try (RunningServer plain = new RunningServer(bench, variants.get(Variants.NONE))) {
      for (int round = 1; round <= rounds; round++) {
        System.err.println("round " + round + " of " + rounds);
        measureStarts("https://127.0.0.1:" + plain.port() + "/");
        measureClients(Row.CLIENT, plain, "handshake", 1);
        measureClients(Row.REQUESTS, plain, "request", REQUESTS_A_HANDSHAKE);
        measureServers();
      }
    }
  }

  private void measureStarts(String url) throws Exception {
    for (int i = 0; i < STARTS; i++) {
      start(Row.HELLO_WALL, Row.HELLO_CPU, "Hello");
      start(Row.HTTPS_WALL, Row.HTTPS_CPU, "HttpsUrlClient", url);
    }
  }

  private void start(Row wall, Row cpu, String program, String... arguments) throws Exception {
    for (int i = 0; i < variants.size(); i++) {
      Start start = Start.measure(bench, variants.get(i), program, arguments);
      measurements.add(wall, i, start.wall());
      measurements.add(cpu, i, start.cpu());
    }
  }

  private void measureClients(Row row, RunningServer plain, String mode, int times)
      throws Exception {
    List<RunningClient> clients = new ArrayList<>();
    for (Variant variant : variants) {
      clients.add(new RunningClient(bench, variant, plain, mode, times * warmUp));
    }
    compare(row, clients, times * SLICE);
  }

  private void measureServers() throws Exception {
    List<RunningServer> servers = new ArrayList<>();
    List<RunningClient> clients = new ArrayList<>();
    for (Variant variant : variants) {
      RunningServer server = new RunningServer(bench, variant);
      servers.add(server);
      Variant plain = variants.get(Variants.NONE);
      clients.add(new RunningClient(bench, plain, server, "handshake", warmUp));
    }
    compare(Row.SERVER, clients, SLICE);
    for (int i = 0; i < servers.size(); i++) {
      measurements.add(Row.RSS, i, servers.get(i).residentMegabytes());
      servers.get(i).close();
    }
  }

  /** Each warm client in turn for a moment, again and again; one for each variant. */
  private void compare(Row row, List<RunningClient> clients, int count) throws Exception {
    for (int slice = 0; slice < SLICES; slice++) {
      for (int i = 0; i < clients.size(); i++) {
        measurements.add(row, i, clients.get(i).rate(count));
      }
    }
    for (RunningClient client : clients) {
      client.close();
    }
  }
}
