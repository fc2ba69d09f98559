package dev.stockade.cli.export;

import dev.stockade.journal.format.RecordTree;
import dev.stockade.journal.format.TreeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenTelemetry's log records as JSON, in the form of an {@code ExportLogsServiceRequest}: what its
 * collector reads from files, a request a line, and takes by HTTP.
 */
public final class OtlpFormat implements LineFormat {
  @Override
  public String line(RecordTree record, String id, Losses losses) {
    List<Object> logs = OtlpValues.listOf(OtlpRecord.log(record, id, null));
    Object resourceLogs =
        resourceLogs(OtlpRecord.resource(record), OtlpRecord.version(record), logs);
    return request(OtlpValues.listOf(resourceLogs));
  }

  /** The log records of one process. */
  public static Map<String, Object> resourceLogs(
      Map<String, Object> resource, String version, List<Object> logs) {
    Map<String, Object> scopeLogs = new LinkedHashMap<>();
    scopeLogs.put("scope", OtlpRecord.scope(version));
    scopeLogs.put("logRecords", logs);
    Map<String, Object> resourceLogs = new LinkedHashMap<>();
    resourceLogs.put("resource", resource);
    resourceLogs.put("scopeLogs", OtlpValues.listOf(scopeLogs));
    return resourceLogs;
  }

  /** The request, on one line. */
  public static String request(List<Object> resourceLogs) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("resourceLogs", resourceLogs);
    return TreeText.of(request);
  }
}
