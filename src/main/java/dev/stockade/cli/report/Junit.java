package dev.stockade.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as test results, in the XML that Surefire writes and build servers read. A finding that
 * fails the check is a failure, one that an exception or the baseline lets pass is skipped.
 */
final class Junit {
  private final CheckResult result;
  private final StringBuilder out = new StringBuilder();

  private Junit(CheckResult result) {
    this.result = result;
  }

  /**
   * @param unread places that could not be read
   */
  static String of(CheckResult result, List<String> unread) {
    Junit junit = new Junit(result);
    Map<String, List<FoundFault>> services = new LinkedHashMap<>();
    for (FoundFault fault : result.all()) {
      services.computeIfAbsent(fault.place.service, any -> new ArrayList<>()).add(fault);
    }
    if (services.isEmpty()) {
      services.put("journals", new ArrayList<>());
    }
    junit.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    boolean many = services.size() > 1;
    junit.out.append(many ? "<testsuites>\n" : "");
    List<String> errors = unread;
    for (Map.Entry<String, List<FoundFault>> service : services.entrySet()) {
      junit.suite("stockade." + service.getKey(), service.getValue(), errors);
      errors = new ArrayList<>();
    }
    junit.out.append(many ? "</testsuites>\n" : "");
    return junit.out.toString();
  }

  private void suite(String name, List<FoundFault> faults, List<String> errors) {
    int failures = 0;
    int skipped = 0;
    for (FoundFault fault : faults) {
      failures += result.fails(fault) ? 1 : 0;
      skipped += skipReason(fault) != null ? 1 : 0;
    }
    int tests = faults.size() + errors.size() + (faults.isEmpty() ? 1 : 0);
    out.append("<testsuite name=\"").append(escaped(name)).append("\" time=\"0\" tests=\"");
    out.append(tests).append("\" errors=\"").append(errors.size()).append("\" skipped=\"");
    out.append(skipped).append("\" failures=\"").append(failures).append("\">\n");
    for (String error : errors) {
      test("journal is readable", name);
      out.append("<error type=\"unread\">").append(escaped(error)).append("</error></testcase>\n");
    }
    if (faults.isEmpty()) {
      test("no finding", name);
      out.append("</testcase>\n");
    }
    faults.forEach(fault -> finding(fault, name));
    out.append("</testsuite>\n");
  }

  private void finding(FoundFault fault, String suite) {
    test(fault.rule + " " + fault.place.destination, suite);
    String skipReason = skipReason(fault);
    if (result.fails(fault)) {
      out.append("<failure message=\"").append(escaped(FaultText.reason(fault)));
      out.append("\" type=\"").append(escaped(fault.rule)).append("\">");
      String code = FaultText.code(fault);
      out.append(escaped(FaultText.message(fault))).append('\n');
      out.append(fault.action())
          .append(' ')
          .append(Advice.times(fault.actions(), "time", "times"))
          .append('\n');
      out.append(code == null ? "" : "at " + escaped(code) + "\n");
      out.append(escaped(FaultText.explain(fault.rule))).append("</failure>");
    } else if (skipReason != null) {
      out.append("<skipped message=\"").append(escaped(skipReason)).append("\"/>");
    }
    out.append("</testcase>\n");
  }

  /** Null where it is not skipped. */
  private String skipReason(FoundFault fault) {
    if (result.fails(fault)) {
      return null;
    }
    return result.isKnown(fault)
        ? "known by the baseline"
        : fault.isExcused() ? FaultText.excuse(fault) : null;
  }

  private void test(String name, String suite) {
    out.append("<testcase name=\"").append(escaped(name)).append("\" classname=\"");
    out.append(escaped(suite)).append("\" time=\"0\">");
  }

  /** What XML 1.0 cannot have, not even by its number, becomes a replacement character. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int at = i;
      i += Character.charCount(c);
      if (c == '&') {
        out.append("&amp;");
      } else if (c == '<') {
        out.append("&lt;");
      } else if (c == '>') {
        out.append("&gt;");
      } else if (c == '"') {
        out.append("&quot;");
      } else if (c == '\n' || c == '\r' || c == '\t') {
        out.append("&#").append(c).append(';');
      } else if (isXml(c) && Html.isObeyed(text, at)) {
        out.append(String.format("\\u%04x", c));
      } else {
        out.appendCodePoint(isXml(c) ? c : 0xfffd);
      }
    }
    return out.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
  }
}
