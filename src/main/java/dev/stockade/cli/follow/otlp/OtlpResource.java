package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.follow.tail.FollowedRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who something is from, in OpenTelemetry's words: the process that has the journal. */
final class OtlpResource {
  static final String SCOPE = "dev.stockade";

  private OtlpResource() {}

  static Map<String, Object> of(FollowedRecord record) {
    long pid = record.number("pid");
    String instance = record.instance();
    OtlpValues values = new OtlpValues().text("service.name", record.service());
    values.text("service.instance.id", instance == null || pid == 0 ? null : instance + "/" + pid);
    values.text("host.name", instance).number("process.pid", pid);
    return withSdk(values, record.version());
  }

  /** Of all processes of a service on an instance. */
  static Map<String, Object> of(String service, String instance, String version) {
    OtlpValues values = new OtlpValues().text("service.name", service);
    values.text("service.instance.id", instance).text("host.name", instance);
    return withSdk(values, version);
  }

  static Map<String, Object> scope(String version) {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("name", SCOPE);
    if (version != null && !version.isEmpty()) {
      scope.put("version", version);
    }
    return scope;
  }

  private static Map<String, Object> withSdk(OtlpValues values, String version) {
    if (version != null && !version.isEmpty()) {
      values.text("telemetry.sdk.name", "stockade").text("telemetry.sdk.language", "java");
      values.text("telemetry.sdk.version", version);
    }
    return Collections.singletonMap("attributes", values.list());
  }
}
