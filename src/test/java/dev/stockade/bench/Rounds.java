package dev.stockade.bench;

import java.util.ArrayList;
import java.util.List;

/** The measuring: in each round every variant starts, connects and serves, one beside the other. */
final class Rounds {
  private static final int STARTS = 5;
  private static final int SLICES = 8;
  private static final int SLICE = 400;
  private static final int REQUESTS_A_HANDSHAKE = 20;
  private static final int SDK_SLICE = 4_000;

  /** The compiler is busy with the SDK for that long, however quick the run. */
  private static final int SDK_WARM_UP = 80_000;

  private final Workbench bench;
  private final List<Variant> variants;
  private final PairedOptions options;
  private final Measurements measurements;

  Rounds(
      Workbench bench, List<Variant> variants, PairedOptions options, Measurements measurements) {
    this.bench = bench;
    this.variants = variants;
    this.options = options;
    this.measurements = measurements;
  }

  void run() throws Exception {
    try (RunningServer plain = new RunningServer(bench, variants.get(Variants.NONE))) {
      for (int round = 1; round <= options.rounds(); round++) {
        System.err.println("round " + round + " of " + options.rounds());
        if (wants(Row.HELLO_CPU, Row.HELLO_WALL, Row.HTTPS_CPU, Row.HTTPS_WALL)) {
          measureStarts("https://127.0.0.1:" + plain.port() + "/");
        }
        if (wants(Row.CLIENT)) {
          measureClients(Row.CLIENT, plain, "handshake", 1);
        }
        if (wants(Row.REQUESTS)) {
          measureClients(Row.REQUESTS, plain, "request", REQUESTS_A_HANDSHAKE);
        }
        if (wants(Row.SDK_REQUESTS)) {
          measureSdk(plain);
        }
        if (wants(Row.SERVER, Row.RSS)) {
          measureServers();
        }
      }
    }
  }

  private boolean wants(Row... rows) {
    return options.only() == null || List.of(rows).contains(options.only());
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
      clients.add(RunningClient.plain(bench, variant, plain, mode, times * options.warmUp()));
    }
    compare(row, clients, times * SLICE);
  }

  private void measureSdk(RunningServer plain) throws Exception {
    List<RunningClient> clients = new ArrayList<>();
    for (Variant variant : variants) {
      clients.add(RunningClient.sdk(bench, variant, plain, SDK_WARM_UP));
    }
    compare(Row.SDK_REQUESTS, clients, SDK_SLICE);
  }

  private void measureServers() throws Exception {
    List<RunningServer> servers = new ArrayList<>();
    List<RunningClient> clients = new ArrayList<>();
    for (Variant variant : variants) {
      RunningServer server = new RunningServer(bench, variant);
      servers.add(server);
      Variant plain = variants.get(Variants.NONE);
      clients.add(RunningClient.plain(bench, plain, server, "handshake", options.warmUp()));
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
