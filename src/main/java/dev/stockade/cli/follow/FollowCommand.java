package dev.stockade.cli.follow;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.EndSignal;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.Seconds;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.cli.journal.JournalParts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code follow}. */
@Command(
    name = "follow",
    description = {
      "Hands on what journals get, as they get it: counters to Prometheus, to a file for"
          + " node_exporter or to OpenTelemetry, records to OpenTelemetry or a pipe.",
      "Runs until it is ended, beside the services. With --state it goes on after a restart where"
          + " it was, and every record is handed on at least once."
    },
    footer = {
      "",
      "A collector's credential comes from the variable OTEL_EXPORTER_OTLP_HEADERS"
          + " (name=value,name=value).",
      "",
      "Examples:",
      "  java -jar stockade.jar follow /var/log/app --prometheus :9464",
      "  java -jar stockade.jar follow /var/log/app --otlp http://localhost:4318 --state /var/lib/st",
      "  java -jar stockade.jar follow /var/log/app --once --textfile /var/lib/node_exporter"
    })
public final class FollowCommand extends StockadeCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "JOURNAL",
      description = {
        "Journal files, folders with journals (*.ndjson) in and below them, or names with * and ?;"
            + " also of what will be there later.",
        "Parts that were put aside (JOURNAL.1, JOURNAL.2.gz) are read too."
      })
  private List<String> words;

  @Option(
      names = "--prometheus",
      paramLabel = "[HOST]:PORT",
      converter = ListenAddress.class,
      description = "Answers scrapes at /metrics; without a host to everybody.")
  private InetSocketAddress prometheus;

  @Option(
      names = "--textfile",
      paramLabel = "FOLDER",
      description = "Keeps stockade.prom in this folder of node_exporter.")
  private Path textfile;

  @Option(
      names = "--otlp",
      paramLabel = "URL",
      description = "Sends logs and metrics to this collector (OTLP/HTTP); needs --state.")
  private URL otlp;

  @Option(
      names = "--stdout",
      paramLabel = "FORMAT",
      description = "Writes each record as a line: ${COMPLETION-CANDIDATES}.")
  private StdoutForm stdout;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description =
          "Where it remembers how far it read, and what is not sent yet; without it begins with"
              + " all that is there.")
  private Path state;

  @Option(
      names = "--spool-max",
      paramLabel = "MB",
      defaultValue = "256",
      description = "What may wait for a collector that is away; then reading waits (256).")
  private int spoolMax;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Seconds.class,
      defaultValue = "15s",
      description = "How often counters are written and sent (15s).")
  private int every;

  @Option(names = "--once", description = "Hands on what is there, then ends.")
  private boolean once;

  public FollowCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    FollowWishes wishes = new FollowWishes();
    wishes.words = words;
    wishes.prometheus = prometheus;
    wishes.textfile = textfile;
    wishes.otlp = otlp;
    wishes.state = state;
    wishes.spoolMax = (long) spoolMax << 20;
    wishes.everyMillis = every * 1_000L;
    wishes.once = once;
    wishes.pipe = stdout == null ? null : new Pipe();
    // Until what became of it is told.
    try (EndSignal signal = EndSignal.listen("stockade-follow-end", 5);
        Following following = Following.of(wishes, this::remark)) {
      following.run(signal);
      if (once) {
        JournalParts.of(words, false); // Says which word stands for nothing.
      }
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("records", following.records());
      result.put("skippedLines", following.skipped());
      json(result);
      return ExitCode.OK;
    }
  }

  private void check() {
    if (prometheus == null && textfile == null && otlp == null && stdout == null) {
      throw CommandFailure.usage(
          "nothing to hand on to: say --prometheus, --textfile, --otlp or --stdout");
    }
    if (otlp != null && state == null) {
      throw CommandFailure.usage(
          "--otlp needs --state FOLDER, where records wait while the collector is away");
    }
    if (otlp != null && !otlp.getProtocol().matches("https?")) {
      throw CommandFailure.usage("--otlp is an address of http or https, such as http://host:4318");
    }
    if (stdout != null && isJson()) {
      throw CommandFailure.usage("--stdout writes records where -o json writes its result");
    }
    if (once && prometheus != null) {
      throw CommandFailure.usage("--once ends before anybody could scrape: use --textfile");
    }
    if (spoolMax < 1 || spoolMax > 1 << 20) {
      throw CommandFailure.usage("--spool-max is a number of megabytes from 1 up");
    }
  }

  /** Standard output, for a program that reads it. */
  private final class Pipe implements Output {
    @Override
    public void take(FollowedRecord record) {
      say(stdout.line(record));
    }

    @Override
    public void flush() {
      if (console().out().checkError()) {
        throw CommandFailure.failed("standard output was closed by the program that read it");
      }
    }
  }
}
