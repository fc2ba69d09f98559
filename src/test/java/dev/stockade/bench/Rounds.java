package dev.stockade.bench;

/** The measuring: in each round every variant starts, connects and serves, one beside the other. */
final class Rounds {
  private static final int REQUESTS_A_HANDSHAKE = 20;

  private final Run run;
  private final PairedOptions options;
  private final Starts starts;
  private final Rates rates;

  Rounds(Run run) {
    this.run = run;
    options = run.options();
    starts = new Starts(run);
    rates = new Rates(run);
  }

  void run() throws Exception {
    try (RunningServer plain = new RunningServer(run.bench(), run.plain())) {
      for (int round = 1; round <= options.rounds(); round++) {
        System.err.println("round " + round + " of " + options.rounds());
        starts.measure("https://127.0.0.1:" + plain.port() + "/");
        if (options.wants(Row.CLIENT)) {
          rates.ofClients(Row.CLIENT, plain, "handshake", 1);
        }
        if (options.wants(Row.REQUESTS)) {
          rates.ofClients(Row.REQUESTS, plain, "request", REQUESTS_A_HANDSHAKE);
        }
        if (options.wants(Row.SDK_REQUESTS, Row.SDK_CPU, Row.SAMPLES)) {
          rates.ofSdk(plain);
        }
        if (options.wants(Row.SERVER, Row.RSS)) {
          rates.ofServers();
        }
      }
    }
  }
}
