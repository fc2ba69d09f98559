package dev.stockade.fleet.spark;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.lake.SourceState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a task tells the driver of one file.
 *
 * @param state how far it is read now; null where nothing of it is known
 * @param isNew whether lines of it were read
 * @param rows records that were read
 * @param aside lines that are no records
 * @param isUnfinished whether its last line waits for its end
 * @param problem why it could not be read to its end; null where it could
 */
record SourceNote(
    SourceState state, boolean isNew, long rows, long aside, boolean isUnfinished, String problem) {
  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("state", state == null ? null : state.json());
    members.put("new", isNew);
    members.put("rows", rows);
    members.put("aside", aside);
    members.put("unfinished", isUnfinished);
    members.put("problem", problem);
    return JsonText.of(members);
  }

  static SourceNote of(String json) {
    try {
      Map<String, Object> members = JsonTree.object(json);
      Object state = members.get("state");
      return new SourceNote(
          state == null ? null : SourceState.of(state),
          (Boolean) members.get("new"),
          (Long) members.get("rows"),
          (Long) members.get("aside"),
          (Boolean) members.get("unfinished"),
          (String) members.get("problem"));
    } catch (IOException e) {
      throw new IllegalStateException(e); // It was made above.
    }
  }
}
