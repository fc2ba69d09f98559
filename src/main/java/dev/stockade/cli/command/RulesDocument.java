package dev.stockade.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** docs/rules.md, which the build packs into the jar. */
public final class RulesDocument {
  private static final String RULES = "/dev/stockade/cli/rules.md";
  private static final String SECTION = "## ";

  private RulesDocument() {}

  /** The lines below each rule's title, in the order of the document. */
  public static Map<String, List<String>> sections() throws IOException {
    InputStream in = RulesDocument.class.getResourceAsStream(RULES);
    if (in == null) {
      throw CommandFailure.failed("the jar holds no rules.md: it is not whole, download it again");
    }
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(SECTION)) {
          section = new ArrayList<>();
          sections.put(line.substring(SECTION.length()).trim(), section);
        } else {
          section.add(line);
        }
      }
    }
    return sections;
  }
}
