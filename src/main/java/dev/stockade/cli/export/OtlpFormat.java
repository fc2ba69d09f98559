package dev.stockade.cli.export;

import dev.stockade.journal.format.Alert;
import dev.stockade.journal.format.MainRule;
import dev.stockade.journal.format.RecordTree;
import dev.stockade.journal.format.Severity;
import dev.stockade.journal.format.TreeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenTelemetry's log records, each line a whole {@code ExportLogsServiceRequest} as JSON: what its
 * collector reads from files, and takes by HTTP.
 */
final class OtlpFormat implements LineFormat {
  private static final String SCOPE = "dev.stockade";

  /** The members that the resource, the rule, the time and the code are named by. */
  private static final List<String> PLACED =
      Arrays.asList(
          "time", "service", "instance", "pid", "policy.profile", "code.class", "code.method");

  @Override
  public String line(RecordTree record, String id, Losses losses) {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("name", SCOPE);
    if (record.text("stockade") != null) {
      scope.put("version", record.text("stockade"));
    }
    Map<String, Object> scopeLogs = new LinkedHashMap<>();
    scopeLogs.put("scope", scope);
    scopeLogs.put("logRecords", OtlpValues.listOf(log(record, id)));
    Map<String, Object> resourceLogs = new LinkedHashMap<>();
    resourceLogs.put("resource", resource(record));
    resourceLogs.put("scopeLogs", OtlpValues.listOf(scopeLogs));
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("resourceLogs", OtlpValues.listOf(resourceLogs));
    return TreeText.of(request);
  }

  private static Map<String, Object> resource(RecordTree record) {
    OtlpAttributes attributes = new OtlpAttributes();
    Object instance = record.get("instance");
    attributes.put("service.name", record.get("service"));
    if (instance != null) {
      attributes.put("service.instance.id", instance + "/" + Math.max(0, record.number("pid")));
    }
    attributes.put("host.name", instance).put("process.pid", record.get("pid"));
    attributes.put("telemetry.sdk.name", "stockade").put("telemetry.sdk.language", "java");
    String version = record.text("stockade");
    attributes.put("telemetry.sdk.version", version == null ? "unknown" : version);
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("attributes", attributes.list());
    return resource;
  }

  private static Map<String, Object> log(RecordTree record, String id) {
    String kind = String.valueOf(record.get("kind"));
    Severity severity = Severity.of(record);
    String reason = record.text("reason");
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("timeUnixNano", nanos(record));
    log.put("observedTimeUnixNano", nanos(record));
    log.put("severityNumber", severity.otelNumber);
    log.put("severityText", severity.otelText);
    log.put("eventName", "stockade." + kind);
    log.put("body", OtlpValues.value(reason == null ? kind : reason));
    log.put("attributes", attributes(kind, record, id).list());
    return log;
  }

  private static OtlpAttributes attributes(String kind, RecordTree record, String id) {
    OtlpAttributes attributes = new OtlpAttributes();
    attributes.put("log.record.uid", id);
    String rule = MainRule.of(record);
    attributes.put("security_rule.name", rule);
    attributes.put("security_rule.category", rule == null ? null : MainRule.category(rule));
    attributes.put("security_rule.ruleset.name", record.get("policy.profile"));
    if (kind.startsWith("tls.")) {
      OtlpSession.put(kind, record, attributes);
    } else if (kind.startsWith("aws.")) {
      OtlpSession.request(record, attributes);
    }
    if (kind.equals("tls.failed")) {
      String alert = Alert.of(record);
      attributes.put("error.type", alert == null ? "_OTHER" : alert);
    } else if (kind.endsWith(".blocked")) {
      attributes.put("error.type", rule == null ? "_OTHER" : rule);
    } else {
      attributes.put("error.type", record.text("aws.errorCode"));
    }
    Object type = record.get("code.class");
    Object method = record.get("code.method");
    if (type != null || method != null) {
      attributes.put("code.function.name", type + (method == null ? "" : "." + method));
    }
    RecordTree rest = record.copy();
    PLACED.forEach(rest::remove);
    OtlpSession.placed(kind).forEach(rest::remove);
    return attributes.flat("stockade.", rest.members());
  }

  /** When it happened: of a folded record, last. */
  private static String nanos(RecordTree record) {
    String time = record.text(record.text("last") == null ? "time" : "last");
    try {
      return Instant.parse(time == null ? "" : time).toEpochMilli() + "000000";
    } catch (DateTimeException | ArithmeticException e) {
      return "0";
    }
  }
}
