package dev.stockade.cli;

import dev.stockade.base.Version;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.Misuse;
import dev.stockade.cli.command.Printable;
import dev.stockade.cli.command.StockadeCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the command that was asked for; every failure becomes one sentence and an exit code. */
public final class Commands {
  private Commands() {}

  /**
   * Runs a command.
   *
   * @param jar path of the jar itself
   * @return one of {@link ExitCode}
   */
  public static int run(String[] arguments, String jar) {
    return run(arguments, new Console(System.in, System.out, System.err, jar));
  }

  /** As {@link #run(String[], String)}, on other streams. */
  public static int run(String[] arguments, Console console) {
    return run(arguments, CommandTree.of(console), console);
  }

  public static int run(String[] arguments, CommandLine commands, Console console) {
    commands
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, words) -> misused(e, words, console))
        .setExecutionExceptionHandler((e, line, parsed) -> failed(e, parsed, console));
    String name = commands.getCommandName();
    commands.getCommandSpec().version(name + " " + Version.current());
    try {
      return commands.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    } catch (Error e) {
      String sentence = sentence(e, name);
      console.err().println(Printable.text(sentence));
      if (isJson(arguments)) {
        console.out().println(failure(sentence));
      }
      return ExitCode.FAILED;
    }
  }

  /** What the JVM itself could not do, as picocli passes on everything that is no exception. */
  private static String sentence(Error e, String name) {
    if (e instanceof OutOfMemoryError) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      return "more to hold than fits into memory ("
          + megabytes
          + " MB): give it less at once, or more memory as in java -Xmx2g -jar "
          + name
          + ".jar ...";
    }
    return e instanceof StackOverflowError
        ? "what was read is nested too deeply"
        : "unexpected, please report: " + e;
  }

  private static int misused(ParameterException e, String[] words, Console console) {
    CommandLine command = e.getCommandLine();
    boolean top = command.getParent() == null;
    String sentence = Misuse.sentence(e);
    console.err().println(Printable.text(sentence));
    if (top) {
      command.usage(console.err());
    } else {
      console.err().println(command.getHelp().synopsisHeading() + command.getHelp().synopsis(0));
      String[] names = command.getCommandSpec().qualifiedName().split(" ", 2);
      console.err().println("see: java -jar " + names[0] + ".jar " + names[1] + " --help");
    }
    if (isJson(words)) {
      console.out().println(failure(sentence));
    }
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, ParseResult parsed, Console console) {
    int exitCode = ExitCode.FAILED;
    // No stack trace: the class is what a bug report needs, the rest would hide the sentence.
    String sentence = "unexpected, please report: " + e;
    if (e instanceof CommandFailure) {
      exitCode = ((CommandFailure) e).exitCode();
      sentence = e.getMessage();
    }
    console.err().println(Printable.text(sentence));
    if (isJson(parsed)) {
      console.out().println(failure(sentence));
    }
    return exitCode;
  }

  /** As far as words that were not understood can show. */
  private static boolean isJson(String[] words) {
    String all = " " + String.join(" ", Arrays.asList(words)) + " ";
    return all.contains(" -o json ") || all.contains("=json ");
  }

  private static boolean isJson(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    Object command = last.commandSpec().userObject();
    return command instanceof StockadeCommand && ((StockadeCommand) command).isJson();
  }

  private static String failure(String sentence) {
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("ok", false);
    failure.put("error", sentence);
    return JsonText.of(failure);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }
}
