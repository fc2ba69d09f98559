package dev.stockade.journal.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OCSF 1.8.0: one event a record. What no class has a field for is in {@code unmapped.stockade}.
 */
final class Ocsf implements Form {
  private static final String PRODUCT = "Stockade";
  private static final String UNMAPPED = "unmapped.stockade";
  private static final String UNKNOWN = "unknown";

  @Override
  public RecordTree write(RecordTree record, String id) {
    OcsfActivity activity = OcsfActivity.of(record);
    RecordTree line = new RecordTree();
    classify(activity, record, line);
    line.put("metadata.version", "1.8.0").put("metadata.uid", id);
    line.put("metadata.product.name", PRODUCT).put("metadata.product.vendor_name", PRODUCT);
    line.put("metadata.event_code", record.text("kind")).put("metadata.log_name", "stockade");
    line.put("metadata.profiles", profiles(record));
    if (Conversion.NUMBER.holds(record.get("pid")) || record.text("process") != null) {
      line.put("actor.process.name", record.text("service"));
    }
    line.put("device.type_id", 0L).put("device.type", "Unknown");
    judge(record, line);
    OcsfStatus.put(record, line);
    switch (activity.type) {
      case NETWORK_ACTIVITY:
        connection(record, line);
        break;
      case HTTP_ACTIVITY:
        request(record, line);
        // One of request and answer is required, be it without a word.
        line.put("http_request", new LinkedHashMap<>());
        line.put("app_name", record.text("service"));
        break;
      case API_ACTIVITY:
        request(record, line);
        line.put("api.service.name", record.text("aws.service"));
        line.put("actor.app_name", record.text("service") == null ? UNKNOWN : null);
        break;
      case DETECTION_FINDING:
        finding(record, line);
        break;
      case APPLICATION_LIFECYCLE:
        line.put("app.name", PRODUCT).put("app.vendor_name", PRODUCT);
        line.put("app.version", record.text("stockade"));
        break;
      default:
    }
    Row.move(OcsfRows.of(record), record, line);
    return line.put(UNMAPPED, record.members().isEmpty() ? null : record.members());
  }

  private static void classify(OcsfActivity activity, RecordTree record, RecordTree line) {
    OcsfClass type = activity.type;
    line.put("activity_id", activity.id).put("activity_name", activity.name);
    line.put("category_uid", type.category).put("category_name", type.categoryName);
    line.put("class_uid", type.uid).put("class_name", type.caption);
    line.put("type_uid", type.uid * 100 + activity.id);
    line.put("type_name", type.caption + ": " + activity.name);
    Object time = Conversion.MILLIS.out(record.get("time"));
    line.put("time", time == null ? (Object) 0L : time);
    Severity severity = Severity.of(record);
    line.put("severity_id", severity.id).put("severity", severity.caption);
  }

  private static List<String> profiles(RecordTree record) {
    List<String> profiles = new ArrayList<>(Collections.singletonList("host"));
    if (record.has("action")) {
      profiles.add("security_control");
    }
    if (String.valueOf(record.text("kind")).startsWith("aws.")) {
      profiles.add("cloud");
    }
    return profiles;
  }

  private static void judge(RecordTree record, RecordTree line) {
    String action = record.text("action");
    if (action != null) {
      OcsfAction.put(action, line);
      // The object requires a name; one that has none is no policy that was applied.
      if (record.text("policy.profile") == null && record.text("policy.digest") == null) {
        line.remove("policy");
      }
      line.put("is_alert", Severity.of(record) == Severity.VIOLATION);
      String rule = MainRule.of(record);
      line.put("firewall_rule.uid", rule).put("firewall_rule.name", rule);
    }
  }

  private static void connection(RecordTree record, RecordTree line) {
    line.put("app_name", record.text("service"));
    String direction = record.text("direction");
    if ("in".equals(direction) || "out".equals(direction)) {
      boolean inbound = direction.equals("in");
      line.put("connection_info.direction", inbound ? "Inbound" : "Outbound");
      line.put("observation_point_id", inbound ? 2L : 1L);
      ownEnd(OcsfRows.ownEnd(inbound), record, line);
      if ("SSLSocket".equals(record.text("tls.engine"))) {
        line.put("connection_info.protocol_num", 6L).put("connection_info.protocol_name", "tcp");
      }
      Object ip = record.get("peer.ip");
      if (Conversion.IP.holds(ip)) {
        line.put("connection_info.protocol_ver_id", IpLiteral.isV6((String) ip) ? 6L : 4L);
      }
    }
    OcsfCertificate.put(record, line);
  }

  private static void ownEnd(String end, RecordTree record, RecordTree line) {
    String instance = record.text("instance");
    String service = record.text("service");
    line.put(end + ".name", instance == null && service == null ? UNKNOWN : instance);
    line.put(end + ".svc_name", service);
  }

  private static void request(RecordTree record, RecordTree line) {
    ownEnd("src_endpoint", record, line);
    line.put("dst_endpoint.svc_name", record.text("aws.service"));
    line.put("cloud.provider", "AWS");
  }

  private static void finding(RecordTree record, RecordTree line) {
    String rule = MainRule.of(record);
    line.put("finding_info.uid", FindingId.of(record));
    line.put("finding_info.title", rule == null ? record.text("kind") : rule);
    line.put("finding_info.desc", record.text("reason"));
    if (rule != null) {
      line.put("finding_info.analytic.type_id", 1L).put("finding_info.analytic.type", "Rule");
      line.put("finding_info.analytic.uid", rule);
    }
    line.put("finding_info.created_time", line.get("time"));
    Severity severity = Severity.of(record);
    line.put("is_alert", severity == Severity.WARN || severity == Severity.VIOLATION);
    if (record.has("code")) {
      RecordTree evidence = new RecordTree();
      evidence.put("process.pid", Conversion.NUMBER.out(record.get("pid")));
      evidence.put("process.name", evidence.has("process.pid") ? record.text("service") : null);
      evidence.put("data", TreeText.of(record.get("code")));
      line.put("evidences", Collections.singletonList(evidence.members()));
    }
  }

  @Override
  public boolean isOf(RecordTree line) {
    return line.has("class_uid") && line.has("metadata");
  }

  @Override
  public RecordTree read(RecordTree line) {
    Object rest = line.get(UNMAPPED);
    if (!(rest instanceof Map)) {
      throw new IllegalArgumentException("an OCSF event of another product");
    }
    RecordTree record = RecordTree.of((Map<?, ?>) rest);
    Row.back(OcsfRows.in(line, String.valueOf(record.text("kind"))), line, record);
    return record;
  }

  @Override
  public String id(RecordTree line) {
    return line.text("metadata.uid");
  }
}
