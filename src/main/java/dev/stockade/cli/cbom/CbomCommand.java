package dev.stockade.cli.cbom;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.command.WrittenFile;
import dev.stockade.cli.journal.JournalWords;
import dev.stockade.cli.journal.Journals;
import dev.stockade.cli.journal.RecordedFact;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cbom}. */
@Command(
    name = "cbom",
    description = {
      "Writes the cryptography that was really used as a CycloneDX 1.7 bill of materials.",
      "Protocols with their suites, groups and algorithms, certificates, services and what they"
          + " talked to, each with who called it and how often. What was only offered, refused or"
          + " failed is not in it. The same journals make the same file, byte for byte."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar cbom /var/log/app --service orders --to orders.cdx.json",
      "  java -jar stockade.jar cbom stockade.ndjson | jq -r '.components[].name'"
    })
public final class CbomCommand extends StockadeCommand {
  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Writes to this file instead of standard output.")
  private Path to;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Only what this service did; default is all that the journals hold.")
  private String service;

  @Mixin private JournalWords journals;

  public CbomCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    journals.refuse(to == null ? null : to.toString());
    Inventory inventory = new Inventory();
    Journals reader =
        journals.read(
            this,
            record -> {
              RecordedFact fact = record.fact();
              if (service == null || service.equals(Inventory.service(fact))) {
                inventory.take(fact);
              }
            });
    if (reader.remark() != null) {
      remark(reader.remark());
    }
    if (inventory.handshakes + inventory.requests == 0) {
      throw CommandFailure.failed(
          "no handshake that was completed and no request"
              + (service == null ? "" : " of the service " + service)
              + " is in these journals: there is nothing to list");
    }
    Map<String, Object> document = CbomDocument.of(inventory);
    if (to == null) {
      say(JsonText.of(document));
      json(document);
    } else {
      write(document, inventory, reader);
    }
    return ExitCode.OK;
  }

  private void write(Map<String, Object> document, Inventory inventory, Journals reader) {
    byte[] text = (JsonText.of(document) + "\n").getBytes(StandardCharsets.UTF_8);
    WrittenFile.write(to.toString(), text, this::remark);
    say(
        to
            + ": "
            + inventory.handshakes
            + " handshakes and "
            + inventory.requests
            + " requests, "
            + inventory.protocols.values().size()
            + " protocol versions, "
            + inventory.algorithms.values().size()
            + " algorithms, "
            + inventory.certificates.values().size()
            + " certificates, "
            + inventory.destinations.values().size()
            + " destinations");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", to.toString());
    result.put("serialNumber", document.get("serialNumber"));
    result.put("handshakes", inventory.handshakes);
    result.put("requests", inventory.requests);
    result.put("skippedLines", reader.skipped());
    json(result);
  }
}
