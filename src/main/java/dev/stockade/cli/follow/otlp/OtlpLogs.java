package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.export.OtlpFormat;
import dev.stockade.cli.export.OtlpRecord;
import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.journal.format.RecordTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects records into one request of logs (ExportLogsServiceRequest). */
public final class OtlpLogs {
  private final Map<Map<String, Object>, Group> groups = new LinkedHashMap<>();
  private int records;

  /**
   * @param observed when it was read, in milliseconds since the epoch
   */
  public void add(FollowedRecord record, long observed) {
    RecordTree tree = RecordTree.of(record.members());
    groups
        .computeIfAbsent(OtlpRecord.resource(tree), any -> new Group(OtlpRecord.version(tree)))
        .logs
        .add(OtlpRecord.log(tree, record.id(), observed));
    records++;
  }

  public int records() {
    return records;
  }

  /** The request; the next one starts empty. */
  public String take() {
    List<Object> resources = new ArrayList<>();
    groups.forEach(
        (resource, group) ->
            resources.add(OtlpFormat.resourceLogs(resource, group.version, group.logs)));
    groups.clear();
    records = 0;
    return OtlpFormat.request(resources);
  }

  /** The records of one process. */
  private static final class Group {
    private final String version;
    private final List<Object> logs = new ArrayList<>();

    Group(String version) {
      this.version = version;
    }
  }
}
