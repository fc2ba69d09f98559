package dev.stockade.cli.report;

import dev.stockade.base.Digest;
import dev.stockade.base.IsoTime;
import dev.stockade.base.Version;
import dev.stockade.cli.command.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as one file for a browser. It loads nothing, and its Content-Security-Policy lets
 * nothing run or style it but what is in it, by hash: should text of a record ever come out as
 * markup, it would still do nothing.
 */
final class HtmlForm {
  private final Report report;
  private final Html out = new Html();
  private final Charts charts = new Charts(out);

  /** What is said of many rows is said once, and its number by the text. */
  private final Map<String, Integer> fixes = new LinkedHashMap<>();

  private HtmlForm(Report report) {
    this.report = report;
  }

  /**
   * @param now when it was made, in milliseconds since the epoch
   */
  static String of(Report report, long now) throws IOException {
    HtmlForm form = new HtmlForm(report);
    form.head();
    form.decision(now);
    report.sections.forEach(form::section);
    form.fixes();
    form.out.raw("<script>").raw(resource("report.js")).raw("</script>\n</body>\n</html>\n");
    return form.out.toString();
  }

  private void head() throws IOException {
    String style = resource("report.css");
    out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    out.raw(" style-src '" + hash(style) + "'; script-src '" + hash(resource("report.js")));
    out.raw("'; base-uri 'none'; form-action 'none'\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.element("title", "Stockade report: " + report.advice.readiness().label());
    out.raw("\n<style>").raw(style).raw("</style>\n</head>\n<body>\n");
  }

  private void decision(long now) {
    String label = report.advice.readiness().label();
    out.raw("<header>").element("h1", Summary.title(report));
    out.raw("<p class=\"decision " + label.replace(' ', '-') + "\">").text(label).raw("</p>");
    out.element("p", Summary.decision(report)).raw("<ul class=\"reasons\">\n");
    for (Advice.Reason reason : report.advice.reasons()) {
      out.raw("<li>").text(reason.sentence).raw("<span>").text(reason.change);
      out.raw("</span></li>\n");
    }
    out.raw("</ul>").element("p", "Seen: " + report.gathered.seen.sentence() + ".");
    Table outcomes = new Table(3, "outcome", "count", "share");
    for (String[] row : Summary.outcomes(report)) {
      outcomes.row(row[0], Long.valueOf(row[1]), row[2]);
    }
    table("outcome", outcomes, false);
    out.raw("<nav>");
    for (Section section : report.sections) {
      out.raw("<a href=\"#" + section.id + "\">").text(section.title).raw("</a>");
    }
    out.raw("</nav>");
    String made = "Stockade " + Version.current() + ", " + IsoTime.of(now);
    out.raw("<p class=\"folded\">").text(made).raw("</p></header>\n<main>\n");
  }

  private void section(Section section) {
    out.raw("<section><h2 id=\"" + section.id + "\">").text(section.title).raw("</h2>\n");
    section.sentences.forEach(sentence -> out.element("p", sentence));
    if (section.id.equals("breaks")) {
      List<String> parts = new ArrayList<>(report.gathered.outcome.all().keySet());
      charts.bars("Outcome by service", report.gathered.outcome.byService(), parts);
    }
    if (section.id.equals("use") && !report.gathered.inUse.timeline.isEmpty()) {
      charts.overTime(report.gathered.inUse.timeline);
      charts.bars("Key exchange groups", report.gathered.inUse.groups.byCount());
    }
    section.tables.forEach((name, table) -> table(name, table, true));
    out.raw("</section>\n");
  }

  private void table(String name, Table table, boolean isList) {
    if (table.rows.isEmpty()) {
      return;
    }
    int shown = table.shown == 0 ? table.columns.size() : table.shown;
    boolean hasDetails = shown < table.columns.size();
    if (table.shown == 0) {
      out.raw("<details><summary>").text("as a table").raw("</summary>");
    }
    out.raw("<div class=\"scroll\"><table" + (isList ? " class=\"list\"" : "") + "><caption>");
    out.text(Table.words(name)).raw("</caption><thead><tr>");
    for (int i = 0; i < shown; i++) {
      out.raw("<th scope=\"col\">").text(Table.words(table.columns.get(i))).raw("</th>");
    }
    out.raw(hasDetails ? "<th scope=\"col\">details</th>" : "").raw("</tr></thead><tbody>\n");
    for (int i = 0; i < table.rows.size(); i++) {
      row(table, i, shown, hasDetails);
    }
    out.raw("</tbody></table></div>\n").raw(table.shown == 0 ? "</details>" : "");
    if (table.folded != null) {
      out.raw("<p class=\"folded\">").text(table.folded).raw("</p>\n");
    }
  }

  private void row(Table table, int at, int shown, boolean hasDetails) {
    List<Object> row = table.rows.get(at);
    String id = table.ids.isEmpty() ? null : "f-" + table.ids.get(at);
    out.raw(id == null ? "<tr>" : "<tr id=\"" + id + "\">");
    for (int i = 0; i < shown; i++) {
      Object value = row.get(i);
      out.raw(value instanceof Long ? "<td class=\"n\">" : "<td>");
      out.text(value == null ? "" : value).raw("</td>");
    }
    if (hasDetails) {
      out.raw("<td><details><summary>details</summary><dl>");
      for (int i = shown; i < row.size(); i++) {
        detail(table.columns.get(i), row.get(i));
      }
      out.raw("</dl>");
      if (id != null) {
        out.raw("<a href=\"#" + id + "\">link to this</a>");
      }
      out.raw("</details></td>");
    }
    out.raw("</tr>\n");
  }

  private void detail(String column, Object value) {
    if (value == null) {
      return;
    }
    out.element("dt", Table.words(column)).raw("<dd>");
    if (column.equals("fix")) {
      int number = fixes.computeIfAbsent(value.toString(), any -> fixes.size() + 1);
      out.raw("<a href=\"#fix-" + number + "\">fix " + number + "</a>");
    } else {
      out.text(value);
    }
    out.raw("</dd>");
  }

  private void fixes() {
    out.raw(fixes.isEmpty() ? "" : "<section><h2 id=\"fixes\">How to fix it</h2>\n");
    fixes.forEach(
        (text, number) -> {
          out.raw("<h3 id=\"fix-" + number + "\">fix " + number + "</h3>");
          out.element("pre", text).raw("\n");
        });
    out.raw(fixes.isEmpty() ? "" : "</section>\n").raw("</main>\n");
  }

  /** As a Content-Security-Policy names a script or style (CSP3, section 2.3.1). */
  private static String hash(String text) {
    byte[] hash = Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlForm.class.getResourceAsStream(name)) {
      if (in == null) {
        throw CommandFailure.failed("the jar holds no " + name + ": download it again");
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
      }
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
  }
}
