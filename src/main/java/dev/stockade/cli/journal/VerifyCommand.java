package dev.stockade.cli.journal;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code verify}. */
@Command(
    name = "verify",
    description = {
      "Tells whether journals are as they were written.",
      "For journals that were written with journal.chain=true: each record names the hash of the"
          + " line before, so a line that was changed, removed, added or moved shows. What was cut"
          + " off at the end does not: compare the head with one that was kept elsewhere."
    },
    footer = {
      "",
      "With a journal come the parts that were put aside, JOURNAL.1, JOURNAL.2.gz and so on.",
      "",
      "Examples:",
      "  java -jar stockade.jar verify /var/log/app/stockade.ndjson",
      "  java -jar stockade.jar verify -o json *.ndjson"
    })
public final class VerifyCommand extends StockadeCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "JOURNAL",
      description = "Journals, folders with journals (*.ndjson), or names with * and ?.")
  private List<String> journals;

  public VerifyCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    boolean well = true;
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map.Entry<String, List<Path>> journal :
        JournalParts.of(journals, false).journals().entrySet()) {
      ChainCheck check = new ChainCheck();
      journal.getValue().forEach(check::read);
      well &= check.breaks.isEmpty() && check.chained > 0;
      tell(journal.getKey(), check);
      all.add(members(journal.getKey(), check));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", well);
    result.put("journals", all);
    json(result);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }

  private void tell(String journal, ChainCheck check) {
    check.breaks.forEach(this::say);
    if (check.broken > check.breaks.size()) {
      say(journal + ": and in " + (check.broken - check.breaks.size()) + " more places");
    }
    if (check.chained == 0) {
      say(journal + ": not chained: it was written without journal.chain=true");
      return;
    }
    say(
        journal
            + (check.breaks.isEmpty() ? ": whole, " : ": broken in " + places(check) + ", ")
            + check.chained
            + (check.chained == 1 ? " record, head " : " records, head ")
            + check.head);
    if (check.beginsInTheMiddle) {
      say(journal + ": begins in the middle: the part before is not here");
    }
    if (check.unchained > 0) {
      say(journal + ": " + check.unchained + " before the chain began, of which nothing is known");
    }
  }

  private static String places(ChainCheck check) {
    return check.broken == 1 ? "1 place" : check.broken + " places";
  }

  private static Map<String, Object> members(String journal, ChainCheck check) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("journal", journal);
    members.put("whole", check.breaks.isEmpty() && check.chained > 0);
    members.put("chained", check.chained);
    members.put("unchained", check.unchained);
    members.put("beginsInTheMiddle", check.beginsInTheMiddle);
    members.put("head", check.head);
    members.put("broken", check.broken);
    members.put("breaks", check.breaks);
    return members;
  }
}
