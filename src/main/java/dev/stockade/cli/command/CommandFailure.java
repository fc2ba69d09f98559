package dev.stockade.cli.command;

/** A command's end with one sentence for the person who called it: what happened, what to do. */
public class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  protected CommandFailure(int exitCode, String sentence) {
    super(sentence, null, false, false);
    this.exitCode = exitCode;
  }

  /** The command was used rightly, but failed. */
  public static CommandFailure failed(String sentence) {
    return new CommandFailure(ExitCode.FAILED, sentence);
  }

  /** The command was used wrongly, or was given what it cannot read. */
  public static CommandFailure usage(String sentence) {
    return new CommandFailure(ExitCode.USAGE, sentence);
  }

  public int exitCode() {
    return exitCode;
  }
}
