package dev.stockade.cli.follow;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.EndSignal;
import dev.stockade.cli.command.WholeFile;
import dev.stockade.cli.follow.metric.Metrics;
import dev.stockade.cli.follow.metric.MetricsServer;
import dev.stockade.cli.follow.metric.OwnMetric;
import dev.stockade.cli.follow.metric.PrometheusText;
import dev.stockade.cli.follow.otlp.Collector;
import dev.stockade.cli.follow.otlp.OtlpHeaders;
import dev.stockade.cli.follow.otlp.OtlpSender;
import dev.stockade.cli.follow.otlp.Spool;
import dev.stockade.cli.follow.tail.Places;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Follows until the process is told to end, or all is done that was wanted once. */
final class Following implements Closeable {
  private static final long LOOK_MILLIS = 1_000;

  /** For a collector that is away when all is to be sent once. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final FollowWishes wishes;
  private final Consumer<String> remarks;
  private final Metrics metrics = new Metrics();
  private StateFolder state;
  private Spool spool;
  private OtlpSender sender;
  private MetricsServer server;
  private Follower follower;
  private long written = System.nanoTime();

  private Following(FollowWishes wishes, Consumer<String> remarks) {
    this.wishes = wishes;
    this.remarks = remarks;
  }

  /** Opens all that is needed; closes what was opened when one of it cannot be. */
  static Following of(FollowWishes wishes, Consumer<String> remarks) throws IOException {
    Following following = new Following(wishes, remarks);
    try {
      following.open();
      return following;
    } catch (IOException | RuntimeException | Error e) {
      following.close();
      throw e;
    }
  }

  private void open() throws IOException {
    Places places = new Places();
    if (wishes.state != null) {
      state = StateFolder.open(wishes.state);
      state.restore(places, metrics);
    }
    List<Output> outputs = new ArrayList<>();
    if (wishes.pipe != null) {
      outputs.add(wishes.pipe);
    }
    if (wishes.otlp != null) {
      spool = new Spool(state.spool(), wishes.spoolMax);
      outputs.add(new LogOutput(spool));
      sender = new OtlpSender(collector(), spool, metrics, wishes.everyMillis, remarks);
    }
    if (wishes.textfile != null && !Files.isDirectory(wishes.textfile)) {
      throw CommandFailure.usage("--textfile: there is no folder " + wishes.textfile);
    }
    follower = new Follower(wishes.words, places, metrics, outputs, state, remarks);
    if (wishes.prometheus != null) {
      server = server();
      remarks.accept("metrics are served at port " + server.port() + ", /metrics");
    }
  }

  private Collector collector() {
    try {
      return new Collector(wishes.otlp, OtlpHeaders.of(System.getenv(OtlpHeaders.VARIABLE)));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e.getMessage());
    }
  }

  private MetricsServer server() {
    try {
      return MetricsServer.at(wishes.prometheus, metrics);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "--prometheus: cannot listen at " + wishes.prometheus + ": " + e.getMessage());
    } catch (NoClassDefFoundError e) {
      throw CommandFailure.failed(
          "--prometheus needs the module jdk.httpserver, which this Java runtime lacks: run it by a"
              + " JDK, or use --textfile");
    }
  }

  long records() {
    return follower.records();
  }

  long skipped() {
    return follower.skipped();
  }

  /** Returns when it is told to end, in a shutdown of the JVM, or all is done. */
  void run(EndSignal signal) throws InterruptedException {
    try {
      if (sender != null) {
        sender.begin();
      }
      follow(signal);
      writeText();
      end(signal);
    } catch (IOException e) {
      throw CommandFailure.failed("cannot go on: " + e);
    }
  }

  private void follow(EndSignal signal) throws IOException, InterruptedException {
    boolean more = true;
    while (!signal.isTold() && (more || !wishes.once)) {
      more = follower.isHeldUp() || follower.round();
      if (!more || follower.isHeldUp()) {
        if (System.nanoTime() - written >= TimeUnit.MILLISECONDS.toNanos(wishes.everyMillis)) {
          writeText();
        }
        if (!wishes.once || follower.isHeldUp()) {
          signal.await(LOOK_MILLIS);
        }
      }
      checkSender();
      if (spool != null) {
        metrics.set(OwnMetric.UNSENT_BYTES, spool.bytes());
      }
    }
  }

  /** Where all is to be sent once, waits for that. */
  private void end(EndSignal signal) throws IOException, InterruptedException {
    if (sender == null) {
      return;
    }
    long begin = System.nanoTime();
    while (wishes.once && !spool.isEmpty() && !signal.isTold()) {
      checkSender();
      if (System.nanoTime() - begin > PATIENCE && !sender.isWell()) {
        throw CommandFailure.failed(
            "the collector is away; " + spool.bytes() + " bytes wait in " + state.spool());
      }
      signal.await(100);
    }
    sender.close();
  }

  private void checkSender() {
    String failure = sender == null ? null : sender.failure();
    if (failure != null) {
      throw CommandFailure.failed(
          failure + "; what was not sent waits in " + state.spool() + " for the next start");
    }
  }

  /** What cannot be written now may be the next time, but for a folder that never was there. */
  private void writeText() {
    written = System.nanoTime();
    if (wishes.textfile == null) {
      return;
    }
    Path file = wishes.textfile.resolve("stockade.prom");
    try {
      String text = metrics.render(new PrometheusText(false));
      WholeFile.writePublic(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      remarks.accept("--textfile: " + file + " cannot be written: " + e);
    }
  }

  @Override
  public void close() throws IOException {
    if (sender != null) {
      sender.stop();
    }
    if (server != null) {
      server.close();
    }
    if (state != null) {
      state.close();
    }
  }
}
