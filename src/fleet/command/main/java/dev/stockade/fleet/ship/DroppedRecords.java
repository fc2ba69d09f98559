package dev.stockade.fleet.ship;

import dev.stockade.base.IsoTime;
import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.follow.tail.FollowedRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of kind {@code dropped}, as the agent writes them for events without a record, one for
 * each process. Each has the place (seq, time) of the last record that it stands for.
 */
final class DroppedRecords {
  static final String REASON = "given up by the shipper: its spool was full";

  private final Map<List<Object>, Origin> origins = new LinkedHashMap<>();

  /**
   * @param record null for a line that is none: of no process, so that only totals tell of it
   */
  void add(FollowedRecord record) {
    if (record == null) {
      return;
    }
    List<Object> key =
        List.of(
            String.valueOf(record.service()),
            String.valueOf(record.instance()),
            record.number("pid"),
            String.valueOf(record.value("process")));
    Origin origin = origins.computeIfAbsent(key, any -> new Origin());
    origin.last = record;
    origin.events += record.count();
  }

  List<byte[]> lines() {
    List<byte[]> lines = new ArrayList<>();
    for (Origin origin : origins.values()) {
      lines.add(origin.line().getBytes(StandardCharsets.UTF_8));
    }
    return lines;
  }

  private static final class Origin {
    private FollowedRecord last;
    private long events;

    private String line() {
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("time", IsoTime.of(last.time()));
      record.put("kind", "dropped");
      record.put("seq", last.number("seq"));
      record.put("reason", REASON);
      record.put("count", events);
      for (String name : List.of("service", "instance", "pid", "process", "stockade")) {
        Object value = last.value(name);
        if (value != null) {
          record.put(name, value);
        }
      }
      return JsonText.of(record);
    }
  }
}
