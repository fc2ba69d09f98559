package dev.stockade.engine;

import dev.stockade.policy.file.PolicyFile;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** Options that are not an engine's yet, as it would take them. */
public final class FileOptions {
  private FileOptions() {}

  /**
   * What an engine would say of the file's options when it starts.
   *
   * @param path of the file, for the sentences
   * @return one sentence for each that is ignored, beginning with {@code FILE:LINE: }
   */
  public static List<String> complaints(PolicyFile file, String path) {
    return Options.read(null, new Properties(), Collections.<String, String>emptyMap())
        .with(file, path)
        .complaints();
  }

  /** The default of an option; null when it has none, or does not exist. */
  public static String fallback(String name) {
    Option option = Option.named(name);
    return option == null ? null : option.fallback;
  }

  /**
   * What is wrong with an option.
   *
   * @return what is allowed instead, or null when the option is fine
   */
  public static String complaint(String name, String value) {
    Option option = Option.named(name);
    if (option == null) {
      return Option.meant(name);
    }
    String allowed = option.complaint(value);
    return allowed == null ? null : "allowed is " + allowed;
  }
}
