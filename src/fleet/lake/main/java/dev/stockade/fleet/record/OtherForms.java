package dev.stockade.fleet.record;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.journal.format.RecordForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Records in the forms of other products that a journal can have: OCSF, ECS, EMF. */
final class OtherForms {
  /**
   * The record that a line holds, as a line of our own.
   *
   * @throws UnreadableLine when it holds none
   */
  byte[] record(byte[] line, int from, int to) throws UnreadableLine {
    try {
      String text = new String(line, from, to - from, StandardCharsets.UTF_8);
      Map<String, Object> members = RecordForm.record(JsonTree.object(text));
      return JsonText.of(members).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UnreadableLine("not one whole JSON object");
    } catch (IllegalArgumentException e) {
      throw new UnreadableLine(String.valueOf(e.getMessage()));
    }
  }
}
