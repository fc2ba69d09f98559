package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.follow.tail.FollowedRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects records into one request of logs (ExportLogsServiceRequest). */
public final class OtlpLogs {
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private int records;

  /**
   * @param observed when it was read, in milliseconds since the epoch
   */
  public void add(FollowedRecord record, long observed) {
    Map<String, Object> resource = OtlpResource.of(record);
    groups
        .computeIfAbsent(JsonText.of(resource), any -> new Group(resource, record.version()))
        .logs
        .add(OtlpLogRecord.of(record, observed));
    records++;
  }

  public int records() {
    return records;
  }

  /** The request; the next one starts empty. */
  public String take() {
    List<Object> resources = new ArrayList<>();
    groups.values().forEach(group -> resources.add(group.members()));
    groups.clear();
    records = 0;
    return JsonText.of(Collections.singletonMap("resourceLogs", resources));
  }

  /** The records of one process. */
  private static final class Group {
    private final Map<String, Object> resource;
    private final String version;
    private final List<Object> logs = new ArrayList<>();

    Group(Map<String, Object> resource, String version) {
      this.resource = resource;
      this.version = version;
    }

    Map<String, Object> members() {
      Map<String, Object> scope = new LinkedHashMap<>();
      scope.put("scope", OtlpResource.scope(version));
      scope.put("logRecords", logs);
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("resource", resource);
      members.put("scopeLogs", Collections.singletonList(scope));
      return members;
    }
  }
}
