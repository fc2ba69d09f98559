package dev.stockade.cli.report;

import dev.stockade.base.Version;
import dev.stockade.cli.command.RulesDocument;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as SARIF 2.1.0 (OASIS), with what GitHub's code scanning needs of it. */
final class Sarif {
  private static final String HOME = "https://github.com/stockade-dev/stockade";

  /** What GitHub shows of a rule's description. */
  private static final int MAX_LENGTH = 1000;

  private final List<String> rules = new ArrayList<>();
  private final CheckResult result;
  private final SourcePlace places;
  private final boolean omitsSuppressed;

  private Sarif(CheckResult result, SourcePlace places, boolean omitsSuppressed) {
    this.result = result;
    this.places = places;
    this.omitsSuppressed = omitsSuppressed;
  }

  /**
   * @param omitsSuppressed for GitHub, which shows what an exception allows as open
   */
  static Map<String, Object> of(CheckResult result, SourcePlace places, boolean omitsSuppressed)
      throws IOException {
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", list(new Sarif(result, places, omitsSuppressed).run()));
    return log;
  }

  private Map<String, Object> run() throws IOException {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Stockade");
    driver.put("semanticVersion", Version.current());
    driver.put("informationUri", HOME);
    driver.put("rules", rules());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", map("driver", driver));
    run.put("automationDetails", map("id", "stockade/" + service() + "/"));
    run.put("invocations", list(map("executionSuccessful", true)));
    run.put("columnKind", "utf16CodeUnits");
    List<Object> results = new ArrayList<>();
    for (FoundFault fault : result.all()) {
      if (!omitsSuppressed || !fault.isExcused()) {
        results.add(result(fault));
      }
    }
    run.put("results", results);
    return run;
  }

  /** That of all findings, where they are of one. */
  private String service() {
    String service = null;
    for (FoundFault fault : result.all()) {
      if (service != null && !service.equals(fault.place.service)) {
        return "all";
      }
      service = fault.place.service;
    }
    return service == null ? "all" : text(service).replace('/', '_');
  }

  private List<Object> rules() throws IOException {
    List<Object> all = new ArrayList<>();
    for (Map.Entry<String, List<String>> section : RulesDocument.sections().entrySet()) {
      Rule rule = Rule.named(section.getKey());
      if (rule != null) {
        rules.add(rule.id());
        all.add(rule(rule.id(), paragraph(section.getValue()), rule.severity()));
      }
    }
    String narrowed = Action.FAILED_AFTER_NARROWING.label();
    rules.add(narrowed);
    all.add(rule(narrowed, "A handshake failed after its offer was narrowed.", Verdict.WARN));
    return all;
  }

  /** The first one, on one line. */
  private static String paragraph(List<String> section) {
    StringBuilder text = new StringBuilder();
    for (String line : section) {
      if (line.isEmpty() && text.length() > 0) {
        break;
      }
      text.append(text.length() == 0 ? "" : " ").append(line.trim());
    }
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text.toString();
  }

  private static Map<String, Object> rule(String id, String description, Verdict severity) {
    Map<String, Object> rule = new LinkedHashMap<>();
    StringBuilder name = new StringBuilder();
    for (String word : id.split("[.-]", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    rule.put("id", id);
    rule.put("name", name.toString());
    rule.put("shortDescription", map("text", description.split("(?<=\\.) ", 2)[0]));
    rule.put("fullDescription", map("text", description));
    Map<String, Object> help = map("text", FaultText.explain(id));
    help.put("markdown", "`" + FaultText.explain(id) + "`");
    rule.put("help", help);
    rule.put("helpUri", HOME + "/blob/main/docs/rules.md#" + id.replace(".", ""));
    rule.put("defaultConfiguration", map("level", level(severity)));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("tags", Arrays.asList("security", id.split("\\.", 2)[0]));
    properties.put("precision", "very-high");
    boolean violation = severity == Verdict.VIOLATION;
    properties.put(
        "security-severity", violation ? "8.0" : severity == Verdict.WARN ? "5.0" : "2.0");
    rule.put("properties", properties);
    return rule;
  }

  private static String level(Verdict verdict) {
    return verdict == Verdict.VIOLATION ? "error" : verdict == Verdict.WARN ? "warning" : "note";
  }

  private Map<String, Object> result(FoundFault fault) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("ruleId", fault.rule);
    int index = rules.indexOf(fault.rule);
    if (index >= 0) {
      one.put("ruleIndex", index);
    }
    Rule rule = Rule.named(fault.rule);
    boolean excused = fault.isExcused() && rule != null;
    one.put("kind", "fail");
    one.put("level", level(excused ? rule.severity() : fault.verdict()));
    one.put("message", map("text", text(FaultText.message(fault))));
    one.put("locations", list(location(fault)));
    Map<String, Object> prints = map("primaryLocationLineHash", fault.id + ":1");
    prints.put(Baseline.FINGERPRINT, fault.id);
    one.put("partialFingerprints", prints);
    one.put("occurrenceCount", fault.actions());
    if (result.hasBaseline()) {
      one.put("baselineState", result.isKnown(fault) ? "unchanged" : "new");
    }
    Map<String, Object> properties = map("destination", text(fault.place.destination));
    properties.put("service", text(fault.place.service));
    properties.put("action", fault.action());
    properties.put("fails", result.fails(fault));
    one.put("properties", properties);
    one.put("suppressions", fault.isExcused() ? list(suppression(fault)) : list());
    return one;
  }

  private static Map<String, Object> suppression(FoundFault fault) {
    Map<String, Object> suppression = map("kind", "external");
    suppression.put("status", "accepted");
    suppression.put("justification", text(FaultText.excuse(fault)));
    return suppression;
  }

  private Map<String, Object> location(FoundFault fault) {
    Map<String, Object> region = new LinkedHashMap<>();
    for (String name : new String[] {"startLine", "startColumn", "endLine", "endColumn"}) {
      region.put(name, 1);
    }
    Map<String, Object> physical = map("artifactLocation", map("uri", places.uri(fault)));
    physical.put("region", region);
    Map<String, Object> location = map("physicalLocation", physical);
    if (fault.place.code != null) {
      String method = fault.method == null ? fault.place.code : fault.method;
      String whole = fault.place.code + (fault.method == null ? "" : "." + fault.method);
      List<Object> logical = list(logical(whole, method, "function"));
      if (fault.jar != null) {
        logical.add(logical(fault.jar, fault.jar, "module"));
      }
      location.put("logicalLocations", logical);
    }
    return location;
  }

  private static Map<String, Object> logical(String whole, String name, String kind) {
    Map<String, Object> logical = map("fullyQualifiedName", text(whole));
    logical.put("name", text(name));
    logical.put("kind", kind);
    return logical;
  }

  /** Half a surrogate pair is nothing that UTF-8 has; GitHub takes no empty string. */
  private static String text(String text) {
    String whole = text.replaceAll("[\ud800-\udbff](?![\udc00-\udfff])", "\ufffd");
    String clean = whole.replaceAll("(?<![\ud800-\udbff])[\udc00-\udfff]", "\ufffd");
    return clean.isEmpty() ? "-" : clean;
  }

  private static Map<String, Object> map(String name, Object value) {
    return new LinkedHashMap<>(Collections.singletonMap(name, value));
  }

  private static List<Object> list(Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }
}
