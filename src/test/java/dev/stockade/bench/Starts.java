package dev.stockade.bench;

/** Programs that start, do little or one request, and end: several times in a round. */
final class Starts {
  private static final int STARTS = 5;

  private final Run run;

  Starts(Run run) {
    this.run = run;
  }

  void measure(String url) throws Exception {
    for (int i = 0; i < STARTS; i++) {
      if (run.options().wants(Row.HELLO_CPU, Row.HELLO_WALL)) {
        start(Row.HELLO_WALL, Row.HELLO_CPU, "Hello");
      }
      if (run.options().wants(Row.HTTPS_CPU, Row.HTTPS_WALL)) {
        start(Row.HTTPS_WALL, Row.HTTPS_CPU, "HttpsUrlClient", url);
      }
    }
  }

  private void start(Row wall, Row cpu, String program, String... arguments) throws Exception {
    for (Variant variant : run.variants(cpu)) {
      Start start = Start.measure(run.bench(), variant, program, arguments);
      run.measurements().add(wall, variant.agent(), start.wall());
      run.measurements().add(cpu, variant.agent(), start.cpu());
    }
  }
}
