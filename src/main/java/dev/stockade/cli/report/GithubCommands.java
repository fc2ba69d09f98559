package dev.stockade.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Findings as workflow commands of GitHub Actions, one a line. */
final class GithubCommands {
  private GithubCommands() {}

  static List<String> of(CheckResult result, SourcePlace places) {
    List<String> lines = new ArrayList<>();
    for (FoundFault fault : result.all()) {
      String command = result.fails(fault) ? "error" : fault.isExcused() ? "notice" : "warning";
      String code = FaultText.code(fault);
      lines.add(
          "::"
              + command
              + " file="
              + property(places.of(fault))
              + ",line=1,title="
              + property(fault.rule + " " + fault.place.service)
              + "::"
              + data(
                  FaultText.message(fault)
                      + (code == null ? "" : "\nat " + code)
                      + "\n"
                      + FaultText.explain(fault.rule)));
    }
    return lines;
  }

  /**
   * Else a line end would end the command, and what follows could be another one; and a build's log
   * would obey what is not seen.
   */
  private static String data(String text) {
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Html.isObeyed(text, i)) {
        seen.append(String.format("\\u%04x", (int) text.charAt(i)));
      } else {
        seen.append(text.charAt(i));
      }
    }
    return seen.toString().replace("%", "%25").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
