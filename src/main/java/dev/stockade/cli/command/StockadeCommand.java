package dev.stockade.cli.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** The base of every command: help, the choice of output, and the console. */
public abstract class StockadeCommand implements Callable<Integer> {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("unused") // picocli sees to it
  private boolean help;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text (default) or json: one JSON object on standard output.")
  private OutputFormat output = OutputFormat.text;

  private final Console console;

  protected StockadeCommand(Console console) {
    this.console = console;
  }

  protected final Console console() {
    return console;
  }

  public final boolean isJson() {
    return output == OutputFormat.json;
  }

  /** Prints a line for people; nothing when the output is JSON. */
  protected final void say(String line) {
    if (!isJson()) {
      console.out().println(Printable.text(line));
    }
  }

  /** Prints a result for programs, in UTF-8 whatever the terminal has. */
  protected final void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    console.out().write(bytes, 0, bytes.length);
    console.out().flush();
  }

  /** Shows a line in place of the one that was shown before, as long as something goes on. */
  public final void show(String line) {
    console.err().print("\r" + Printable.text(line));
    console.err().flush();
  }

  /** Prints a line that is no part of the result. */
  protected final void remark(String line) {
    console.err().println(Printable.text(line));
  }

  /** Prints the result for programs; nothing when the output is text. */
  protected final void json(Map<String, ?> result) {
    if (isJson()) {
      console.out().println(JsonText.of(result));
    }
  }

  /**
   * @return one of {@link ExitCode}
   * @throws Exception a {@link CommandFailure}, or what the command did not foresee
   */
  @Override
  public abstract Integer call() throws Exception;
}
