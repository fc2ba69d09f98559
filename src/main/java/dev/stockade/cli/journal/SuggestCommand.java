package dev.stockade.cli.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.command.WrittenFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code suggest-exceptions}. */
@Command(
    name = "suggest-exceptions",
    description = {
      "Writes exceptions for the violations in journals.",
      "One for each destination, as narrow as what was seen, for 90 days. Each has owner: TODO,"
          + " which policy lint refuses, so that somebody answers for it."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar suggest-exceptions stockade.ndjson --to suggested.yaml",
      "  java -jar stockade.jar policy lint suggested.yaml",
      "  java -jar stockade.jar whatif --policy suggested.yaml stockade.ndjson"
    })
public final class SuggestCommand extends StockadeCommand {
  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Writes them there instead of to standard output.")
  private String to;

  @Option(names = "--force", description = "Overwrites FILE where there is one.")
  private boolean force;

  @Mixin private JournalWords journals;

  public SuggestCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    journals.refuse(to);
    Suggestions suggestions = new Suggestions();
    Journals reader = journals.read(this, record -> suggestions.take(record.fact()));
    if (reader.remark() != null) {
      remark(reader.remark());
    }
    List<String> lines = SuggestedFile.of(suggestions, reader.seen(), System.currentTimeMillis());
    int count = suggestions.groups().size();
    if (to == null) {
      lines.forEach(this::say);
    } else {
      write(lines);
      say(to + ": " + count + (count == 1 ? " exception" : " exceptions") + ", without owners");
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("seen", reader.seen().members());
    result.put("exceptions", count);
    result.put("notCovered", suggestions.left());
    result.put("skippedLines", reader.skipped());
    result.put("file", to);
    result.put("text", to == null ? String.join("\n", lines) + "\n" : null);
    json(result);
    return ExitCode.OK;
  }

  private void write(List<String> lines) {
    if (!force && Files.exists(path(), LinkOption.NOFOLLOW_LINKS)) {
      throw CommandFailure.failed(to + ": there is such a file; --force overwrites it");
    }
    WrittenFile.write(to, (String.join("\n", lines) + "\n").getBytes(UTF_8), this::remark);
  }

  private Path path() {
    try {
      return Paths.get(to);
    } catch (InvalidPathException e) {
      throw CommandFailure.failed(to + ": cannot be written");
    }
  }
}
