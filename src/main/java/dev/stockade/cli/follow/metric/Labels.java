package dev.stockade.cli.follow.metric;

import dev.stockade.cli.command.WholeText;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Values of labels. A record may hold anything: what no version of Stockade writes is one value.
 */
final class Labels {
  static final String OTHER = "_other";

  private static final int MAX_LENGTH = 100;

  /** What is not seen but does something. */
  private static final String OBEYED = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]";

  private static final Set<String> VERDICTS = words(Verdict.values(), Verdict::label);
  private static final Set<String> ACTIONS = words(Action.values(), Action::label);
  private static final Set<String> DIRECTIONS = words(Direction.values(), Direction::label);
  private static final Set<String> RULES = words(Rule.values(), Rule::id);
  private static final Set<String> SIGNATURES =
      words(SignatureStatus.values(), SignatureStatus::label);

  /** As OpenTelemetry writes versions, but for those that are not TLS. */
  private static final List<String> VERSIONS =
      Arrays.asList(
          "SSLv2Hello",
          "ssl2",
          "SSLv3",
          "ssl3",
          "TLSv1",
          "1.0",
          "TLSv1.1",
          "1.1",
          "TLSv1.2",
          "1.2",
          "TLSv1.3",
          "1.3",
          "DTLSv1.0",
          "dtls1.0",
          "DTLSv1.2",
          "dtls1.2",
          "DTLSv1.3",
          "dtls1.3");

  private static final Pattern AWS_SERVICE = Pattern.compile("[a-z0-9.-]{1,40}");

  private Labels() {}

  static String verdict(String word) {
    return known(VERDICTS, word);
  }

  static String action(String word) {
    return known(ACTIONS, word);
  }

  static String direction(String word) {
    return known(DIRECTIONS, word);
  }

  static String rule(String word) {
    return known(RULES, word);
  }

  static String signature(String word) {
    return known(SIGNATURES, word);
  }

  static String awsService(String word) {
    return word == null ? "" : AWS_SERVICE.matcher(word).matches() ? word : OTHER;
  }

  /**
   * @param version as Java has it; null where nothing was agreed
   */
  static String version(String version) {
    int at = VERSIONS.indexOf(version);
    return version == null ? "" : at >= 0 && at % 2 == 0 ? VERSIONS.get(at + 1) : OTHER;
  }

  /** A name that an operator chose, made harmless. */
  static String name(String name) {
    String whole = name == null ? "" : WholeText.of(name).replaceAll(OBEYED, "_");
    return whole.length() <= MAX_LENGTH
        ? whole
        : WholeText.of(whole.substring(0, MAX_LENGTH - 1)) + "\u2026";
  }

  private static String known(Set<String> words, String word) {
    return word == null ? "" : words.contains(word) ? word : OTHER;
  }

  private static <T> Set<String> words(T[] values, Function<T, String> word) {
    Set<String> words = new HashSet<>();
    for (T value : values) {
      words.add(word.apply(value));
    }
    return words;
  }
}
