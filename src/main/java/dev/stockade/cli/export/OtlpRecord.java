package dev.stockade.cli.export;

import dev.stockade.journal.format.Alert;
import dev.stockade.journal.format.MainRule;
import dev.stockade.journal.format.RecordTree;
import dev.stockade.journal.format.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record in OpenTelemetry's words, by its semantic conventions where they have a name. */
public final class OtlpRecord {
  private static final String SCOPE = "dev.stockade";

  /** The members that the resource, the rule, the time and the code are named by. */
  private static final List<String> PLACED =
      Arrays.asList(
          "time", "service", "instance", "pid", "policy.profile", "code.class", "code.method");

  private OtlpRecord() {}

  /** Who wrote it: Stockade, in the version that the record tells. */
  public static Map<String, Object> scope(String version) {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("name", SCOPE);
    if (version != null) {
      scope.put("version", version);
    }
    return scope;
  }

  /** Of Stockade; null where the record does not say it. */
  public static String version(RecordTree record) {
    String version = record.text("stockade");
    return version == null ? record.text("runtime.stockade") : version;
  }

  /** Who it is from: the process that has the journal. */
  public static Map<String, Object> resource(RecordTree record) {
    OtlpAttributes attributes = new OtlpAttributes();
    Object instance = record.get("instance");
    attributes.put("service.name", record.get("service"));
    if (instance != null) {
      attributes.put("service.instance.id", instance + "/" + Math.max(0, record.number("pid")));
    }
    attributes.put("host.name", instance).put("process.pid", record.get("pid"));
    return withSdk(attributes, version(record));
  }

  /** Who metrics are from: all processes of a service on an instance. */
  public static Map<String, Object> resource(String service, String instance, String version) {
    OtlpAttributes attributes = new OtlpAttributes().put("service.name", service);
    attributes.put("service.instance.id", instance).put("host.name", instance);
    return withSdk(attributes, version);
  }

  private static Map<String, Object> withSdk(OtlpAttributes attributes, String version) {
    attributes.put("telemetry.sdk.name", "stockade").put("telemetry.sdk.language", "java");
    attributes.put("telemetry.sdk.version", version == null ? "unknown" : version);
    return Collections.singletonMap("attributes", attributes.list());
  }

  /**
   * The log record.
   *
   * @param id its {@code log.record.uid}
   * @param observed when it was read, in milliseconds since the epoch; null for when it happened
   */
  public static Map<String, Object> log(RecordTree record, String id, Long observed) {
    String kind = String.valueOf(record.get("kind"));
    Severity severity = Severity.of(record);
    String reason = record.text("reason");
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("timeUnixNano", nanos(record));
    log.put("observedTimeUnixNano", observed == null ? nanos(record) : OtlpValues.nanos(observed));
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
      return OtlpValues.nanos(Instant.parse(time == null ? "" : time).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return "0";
    }
  }
}
