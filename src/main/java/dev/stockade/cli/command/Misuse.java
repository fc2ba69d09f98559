package dev.stockade.cli.command;

import dev.stockade.policy.file.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains what is wrong with the words of a command line, and what may have been meant. */
public final class Misuse {
  private Misuse() {}

  public static String sentence(ParameterException e) {
    CommandLine command = e.getCommandLine();
    List<String> unknown =
        e instanceof UnmatchedArgumentException
            ? ((UnmatchedArgumentException) e).getUnmatched()
            : e instanceof MissingParameterException
                ? command.getUnmatchedArguments()
                : Collections.<String>emptyList();
    if (unknown.isEmpty()) {
      return e.getMessage();
    }
    String word = unknown.get(0);
    // What is mistyped is missing too; that it is unknown says more.
    if (word.startsWith("-")) {
      String name = word.replaceFirst("=.*", "");
      List<String> options = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
      return "unknown option: " + name + Suggestion.of(name, options);
    }
    return command.getSubcommands().isEmpty()
        ? e.getMessage()
        : "unknown command: " + word + Suggestion.of(word, visible(command));
  }

  private static List<String> visible(CommandLine command) {
    List<String> names = new ArrayList<>();
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              if (!sub.getCommandSpec().usageMessage().hidden()) {
                names.add(name);
              }
            });
    return names;
  }
}
