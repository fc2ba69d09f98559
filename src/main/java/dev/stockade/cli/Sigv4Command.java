package dev.stockade.cli;

import dev.stockade.aws.Endpoint;
import dev.stockade.aws.Endpoints;
import dev.stockade.aws.RequestHead;
import dev.stockade.aws.SecretKeys;
import dev.stockade.aws.SignatureVerifier;
import dev.stockade.aws.SigningKeys;
import dev.stockade.aws.SigningLog;
import dev.stockade.aws.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code sigv4 --credentials FILE [--clock TIME] REQUESTS...}: prints a line for each request, in
 * which tabs separate its number, a word, the offended rule and a sentence.
 */
public final class Sigv4Command {
  private static final String USAGE =
      "usage: sigv4 --credentials FILE [--clock TIME] REQUESTS...\n"
          + "  FILE      lines of an access key id and its secret; # begins a comment\n"
          + "  TIME      such as 2026-11-23T20:25:00Z, instead of now\n"
          + "  REQUESTS  files of one raw HTTP request each, or of JSON lines; - is standard input\n";

  private final Function<String, Endpoint> endpoints;
  private final InputStream in;
  private final PrintStream out;
  private String credentials;
  private long clock = System.currentTimeMillis();
  private final List<String> files = new ArrayList<>();
  private SignatureVerifier verifier;
  private int number;
  private boolean allValid = true;

  private Sigv4Command(Function<String, Endpoint> endpoints, InputStream in, PrintStream out) {
    this.endpoints = endpoints;
    this.in = in;
    this.out = out;
  }

  /**
   * Runs the command.
   *
   * @param in read where a file's name is {@code -}
   * @return 0 when all requests are valid, 1 when one is not, 2 for what cannot be read
   */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    return run(args, Endpoints::of, in, out, err);
  }

  /**
   * @param endpoints what answers at a host; null for a host that is not known
   */
  static int run(
      String[] args,
      Function<String, Endpoint> endpoints,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    Sigv4Command command = new Sigv4Command(endpoints, in, out);
    try {
      if (args.length > 0 && (args[0].equals("--help") || args[0].equals("-h"))) {
        out.print(USAGE);
        return 0;
      }
      if (!command.read(args)) {
        err.print(USAGE);
        return 2;
      }
      command.check();
    } catch (DateTimeException e) {
      err.println("--clock: not a time such as 2026-11-23T20:25:00Z");
      return 2;
    } catch (UnreadableException e) {
      err.println(e.getMessage());
      return 2;
    }
    return command.allValid ? 0 : 1;
  }

  private boolean read(String[] args) {
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--credentials":
        case "--clock":
          if (i + 1 == args.length) {
            return false;
          }
          if (args[i].equals("--clock")) {
            clock = Instant.parse(args[++i]).toEpochMilli();
          } else {
            credentials = args[++i];
          }
          break;
        default:
          files.add(args[i]);
      }
    }
    return credentials != null && !files.isEmpty();
  }

  private void check() throws UnreadableException {
    CredentialsFile secrets = CredentialsFile.read(credentials);
    verifier =
        new SignatureVerifier(
            new SigningKeys(), new SigningLog(), new SecretKeys(secrets::secretOf));
    for (String file : files) {
      RequestFile.read(file, in, this::check);
    }
  }

  private void check(RequestHead head) {
    String authority = head.authority();
    Endpoint endpoint = authority == null ? null : endpoints.apply(authority);
    Verification verification = verifier.verify(head, endpoint, clock);
    Sigv4Line line = new Sigv4Line(verification);
    allValid &= line.isValid();
    number++;
    out.println(number + "\t" + line);
  }

  /** What cannot be read, as one sentence that names the file and, where there is one, the line. */
  static final class UnreadableException extends IOException {
    UnreadableException(String file, int line, String problem) {
      super((line > 0 ? file + ":" + line : file) + ": " + problem);
    }
  }
}
