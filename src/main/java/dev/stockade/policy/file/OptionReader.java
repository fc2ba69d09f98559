package dev.stockade.policy.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that a policy file may set, by their names elsewhere. */
final class OptionReader {
  private static final List<String> TEXTS =
      Arrays.asList(
          "journal", "journal.format", "log", "on-failure", "service", "instance", "kill-file");

  private OptionReader() {}

  /**
   * Of mode and profile the values are checked, of the others only their kinds.
   *
   * @param profile as read, null for none
   */
  static Map<String, Setting> read(Section file, String profile) {
    Map<String, Setting> options = new LinkedHashMap<>();
    Value mode = file.value("mode");
    put(options, "mode", mode, mode.choice(Choices.MODES) == null ? null : mode.text());
    put(options, "profile", file.value("profile"), profile);
    for (String key : TEXTS) {
      put(options, key, file.value(key), file.value(key).text());
    }
    for (String key : Arrays.asList("journal.max-size", "journal.keep")) {
      put(options, key, file.value(key), file.value(key).textOrNumber());
    }
    for (String key : Arrays.asList("journal.chain", "summary", "jmx", "jfr", "aws.request-ids")) {
      put(options, key, file.value(key), file.value(key).truth());
    }
    return options;
  }

  static void put(Map<String, Setting> options, String key, Value value, String text) {
    if (text != null) {
      options.put(key, new Setting(text, value.line()));
    }
  }
}
