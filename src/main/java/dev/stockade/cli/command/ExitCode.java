package dev.stockade.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of every command. Scripts rely on them: they never change. */
public final class ExitCode {
  /** All is well. */
  public static final int OK = 0;

  /** The command found something wrong, or failed at its target. */
  public static final int FAILED = 1;

  /** Wrong usage: unknown words, or a file that cannot be read. */
  public static final int USAGE = 2;

  private ExitCode() {}

  /** As picocli prints them at the end of a command's help. */
  public static Map<String, String> described() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put(String.valueOf(OK), "all is well");
    codes.put(String.valueOf(FAILED), "something is wrong, or the command failed at its target");
    codes.put(String.valueOf(USAGE), "wrong usage");
    return codes;
  }
}
