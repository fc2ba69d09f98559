package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.command.WholeFile;
import dev.stockade.cli.command.WrittenFile;
import dev.stockade.cli.export.FlowNames;
import dev.stockade.cli.export.LineFormat;
import dev.stockade.cli.export.LineFormats;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}. */
@Command(
    name = "export",
    description = {
      "Writes the records of journals in the format of another product, one line a record.",
      "What a format has no place for is counted, and told on standard error. An event has the same"
          + " id whenever it is exported."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar export --format ecs stockade.ndjson | your-shipper",
      "  java -jar stockade.jar export --format ocsf --to events.ndjson /var/log/app",
      "  java -jar stockade.jar export --format csv --to handshakes.csv '*.ndjson'"
    })
public final class ExportCommand extends StockadeCommand {
  private static final int BUFFER = 1 << 16;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "ocsf, ecs, otlp, emf, flow-log, flow-log-extended or csv.")
  private String format;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where to write; one that is there is replaced. Default is standard output.")
  private String to;

  @Option(
      names = "--no-header",
      description = "No line of names at the beginning, which flow logs and csv have.")
  private boolean noHeader;

  @Option(
      names = "--account-id",
      paramLabel = "ID",
      description = "What flow logs say in account-id; default is -.")
  private String account;

  @Option(
      names = "--interface-id",
      paramLabel = "ID",
      description = "What flow logs say in interface-id; default is -.")
  private String networkInterface;

  @Mixin private JournalWords journals;

  public ExportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    LineFormats formats = new LineFormats(new FlowNames(account, networkInterface));
    LineFormat lines = formats.named(format);
    if (lines == null) {
      throw CommandFailure.usage(
          "--format must be one of " + String.join(", ", formats.names()) + ", not " + format);
    }
    if (isJson() && to == null) {
      throw CommandFailure.usage(
          "--output json needs --to FILE: standard output is for the exported lines");
    }
    JournalParts parts = journals.parts();
    Exporter exporter = to == null ? toOutput(parts, lines) : toFile(parts, lines);
    if (exporter.skipped().count() > 0) {
      remark(exporter.skipped().remark());
    }
    exporter.unread().forEach(this::remark);
    exporter.losses().sentences(format).forEach(this::remark);
    if (to != null) {
      say(exporter.written() + (exporter.written() == 1 ? " line" : " lines") + " to " + to);
    }
    json(members(exporter));
    return ExitCode.OK;
  }

  private Exporter toOutput(JournalParts parts, LineFormat lines) {
    OutputStream out = new BufferedOutputStream(new Pipe(console().out()), BUFFER);
    try {
      Exporter exporter = export(parts, lines, out);
      out.flush();
      return exporter;
    } catch (IOException e) {
      throw CommandFailure.failed("standard output takes no more: " + e.getMessage());
    }
  }

  /** A reader of the file never sees half of it. */
  private Exporter toFile(JournalParts parts, LineFormat lines) {
    Path file = Paths.get(to);
    boolean isStream = WrittenFile.isStream(file);
    Path part = isStream ? file : Paths.get(to + WholeFile.ASIDE);
    try {
      parts.refuse(file);
      Exporter exporter;
      try (OutputStream out = new BufferedOutputStream(opened(part, isStream), BUFFER)) {
        exporter = export(parts, lines, out);
      } catch (IOException | RuntimeException e) {
        if (!isStream) {
          Files.deleteIfExists(part);
        }
        throw e;
      }
      if (!isStream) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return exporter;
    } catch (IOException e) {
      throw CommandFailure.failed(to + ": cannot be written");
    }
  }

  private static OutputStream opened(Path file, boolean isStream) throws IOException {
    return isStream
        ? Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
        : Files.newOutputStream(file);
  }

  private Exporter export(JournalParts parts, LineFormat lines, OutputStream out)
      throws IOException {
    Exporter exporter = new Exporter(lines, out);
    if (!noHeader) {
      exporter.head();
    }
    for (Path part : parts.files()) {
      exporter.take(part);
    }
    boolean isNothing = exporter.written() + exporter.losses().total() == 0;
    if (isNothing && exporter.skipped().count() > 0) {
      throw CommandFailure.usage(
          "none of the lines is a record that this version can read: "
              + exporter.skipped().remark());
    }
    if (isNothing && !exporter.unread().isEmpty()) {
      throw CommandFailure.usage(exporter.unread().get(0));
    }
    return exporter;
  }

  /** Notices when nobody reads any more, which a print stream keeps to itself. */
  private static final class Pipe extends FilterOutputStream {
    private final PrintStream stream;

    Pipe(PrintStream stream) {
      super(stream);
      this.stream = stream;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      if (stream.checkError()) {
        throw new IOException("it was closed");
      }
    }
  }

  private Map<String, Object> members(Exporter exporter) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("format", format);
    members.put("to", to);
    members.put("lines", exporter.written());
    members.put("leftOut", exporter.losses().records());
    members.put("leftOutMembers", exporter.losses().members());
    members.put("skippedLines", exporter.skipped().count());
    members.put("unreadFiles", exporter.unread().size());
    return members;
  }
}
