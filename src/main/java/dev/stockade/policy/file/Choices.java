package dev.stockade.policy.file;

import dev.stockade.policy.rule.CanaryUnit;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.tls.Profiles;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The words that a file may use for a value, in the order in which messages list them. */
final class Choices {
  static final Map<String, Mode> MODES = of(Arrays.asList(Mode.values()), Mode::label);

  /** Ids and short names, each with the id that it stands for. */
  static final Map<String, String> PROFILES = profiles();

  static final Map<String, Stage> STAGES = of(Arrays.asList(Stage.values()), Stage::label);
  static final Map<String, CanaryUnit> UNITS =
      of(Arrays.asList(CanaryUnit.values()), CanaryUnit::label);
  static final Map<String, Direction> DIRECTIONS =
      of(Arrays.asList(Direction.values()), Direction::label);
  static final Map<String, String> VERSIONS =
      of(Arrays.asList("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"), name -> name);

  static final Map<String, Boolean> EXTENDED_MASTER_SECRET = condition("required", "optional");
  static final Map<String, Boolean> CBC = condition("encrypt-then-mac", "any");
  static final Map<String, Boolean> RENEGOTIATION = condition("forbidden", "allowed");

  /** Whether forward secrecy may be missing. */
  static final Map<String, Boolean> FORWARD_SECRECY =
      of(Arrays.asList(true, false), optional -> optional ? "optional" : "required");

  /** Whether an expired exception allows nothing any more. */
  static final Map<String, Boolean> EXPIRED =
      of(Arrays.asList(false, true), ends -> ends ? "enforce" : "report");

  private Choices() {}

  private static Map<String, String> profiles() {
    Map<String, String> ids = new LinkedHashMap<>();
    Profiles.choices().forEach(name -> ids.put(name, Profiles.id(name)));
    return ids;
  }

  /** The profiles that a file may name: those that it defines too. */
  static Map<String, String> profiles(Collection<String> own) {
    Map<String, String> ids = new LinkedHashMap<>();
    own.forEach(id -> ids.put(id, id));
    ids.putAll(PROFILES);
    return ids;
  }

  /** The word for what a profile asks for, and the one for what it does not. */
  private static Map<String, Boolean> condition(String asked, String not) {
    return of(Arrays.asList(true, false), is -> is ? asked : not);
  }

  private static <T> Map<String, T> of(Collection<T> values, Function<T, String> name) {
    Map<String, T> choices = new LinkedHashMap<>();
    values.forEach(value -> choices.put(name.apply(value), value));
    return choices;
  }
}
