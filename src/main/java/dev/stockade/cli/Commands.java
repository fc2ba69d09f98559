package dev.stockade.cli;

import dev.stockade.engine.Version;
import java.io.PrintStream;
import java.util.Arrays;

/** Finds the command that was asked for. */
public final class Commands {
  private static final String USAGE =
      "usage: java -jar stockade.jar COMMAND\n"
          + "\n"
          + "  version        print the version\n"
          + "  self-test      weave this JDK, make a weak and a strong loopback handshake in audit\n"
          + "                 and enforce, print what was seen; exit 0 when all is well, else 1\n"
          + "  explain RULE   why the rule exists and how to mend what offends it\n"
          + "  endpoint HOST...  AWS partition, region, service and signing name of host names,\n"
          + "                 separated by tabs; - reads the names from standard input\n"
          + "  sigv4 --credentials FILE [--clock TIME] REQUESTS...\n"
          + "                 check the AWS signatures of requests in files; exit 0 when all are\n"
          + "                 valid, else 1\n"
          + "\n"
          + "as an agent: java -javaagent:stockade.jar[=mode=audit,journal=FILE,...] -jar app.jar\n";

  private Commands() {}

  /**
   * Runs a command.
   *
   * @param jar path of the jar itself
   * @return the exit code: 0 well, 1 the command found something wrong, 2 wrong usage
   * @throws Exception what the command did not foresee
   */
  public static int run(String[] arguments, String jar) throws Exception {
    PrintStream out = System.out;
    String command = arguments.length == 0 ? "--help" : arguments[0];
    switch (command) {
      case "version":
      case "--version":
        out.println("stockade " + Version.current());
        return 0;
      case "self-test":
        return new SelfTest(jar, out).run() ? 0 : 1;
      case SelfTestProgram.NAME:
        SelfTestProgram.run(out);
        return 0;
      case "explain":
        return Explain.print(arguments.length > 1 ? arguments[1] : "", out, System.err);
      case "endpoint":
        return EndpointCommand.run(
            Arrays.copyOfRange(arguments, 1, arguments.length), System.in, out, System.err);
      case "sigv4":
        return Sigv4Command.run(
            Arrays.copyOfRange(arguments, 1, arguments.length), System.in, out, System.err);
      case "help":
      case "-h":
      case "--help":
        out.print(USAGE);
        return 0;
      default:
        System.err.print("unknown command: " + command + "\n" + USAGE);
        return 2;
    }
  }
}
