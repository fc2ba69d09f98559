package dev.stockade.cli.journal;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.StockadeCommand;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The journals that a command reads, in the words of its command line. */
public final class JournalWords {
  @Parameters(
      arity = "1..*",
      paramLabel = "JOURNAL",
      description = {
        "Journal files, folders with journals (*.ndjson) in and below them, or names with * and ?.",
        "Parts that were put aside (JOURNAL.1, JOURNAL.2.gz) are read too."
      })
  private List<String> words;

  @Option(
      names = "--allow-no-journal",
      description =
          "No journal there is no error but nothing seen: for builds whose tests may make no TLS.")
  private boolean mayMiss;

  JournalParts parts() {
    return JournalParts.of(words, mayMiss);
  }

  /**
   * Throws where writing a file would overwrite one of the journals.
   *
   * @param file null for none
   */
  public void refuse(String file) {
    if (file != null) {
      try {
        parts().refuse(Paths.get(file));
      } catch (IOException | InvalidPathException e) {
        throw CommandFailure.failed(file + ": cannot be written");
      }
    }
  }

  /** Hands out each handshake and request, also of files that are torn. */
  public Journals read(StockadeCommand command, Consumer<SeenRecord> facts) {
    Journals journals = new Journals(Progress.on(command), new KnownLines());
    journals.read(words, mayMiss, facts);
    return journals;
  }

  /** Hands out each record; of files that cannot be read the rest is read nevertheless. */
  public Journals readAll(StockadeCommand command, Consumer<SeenRecord> records) {
    Journals journals = new Journals(Progress.on(command), new KnownLines());
    journals.read(words, mayMiss, true, records);
    return journals;
  }
}
