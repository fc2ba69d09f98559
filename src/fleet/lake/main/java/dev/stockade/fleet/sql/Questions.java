package dev.stockade.fleet.sql;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.policy.file.Suggestion;
import java.util.List;

/**
 * All questions. Their text asks the tables of {@code columns.txt} and the {@link Views} over them,
 * which an engine must have before.
 */
public final class Questions {
  private static final List<Question> ALL =
      SqlFile.lines("questions.txt").stream().map(Question::read).toList();

  private Questions() {}

  /** In the order in which they are listed for people. */
  public static List<Question> all() {
    return ALL;
  }

  /**
   * The question of that name.
   *
   * @throws CommandFailure when there is none, with a name that may have been meant
   */
  public static Question named(String name) {
    return ALL.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "unknown question: "
                        + name
                        + Suggestion.of(name, ALL.stream().map(Question::name).toList())));
  }
}
