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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code sigv4 --credentials FILE [--clock TIME] REQUESTS...}: prints a line for each request, in
 * which tabs separate its number, a word, the offended rule and a sentence.
 */
@Command(
    name = "sigv4",
    description = "Checks the AWS signatures of requests in files.",
    footer = {
      "",
      "Example:",
      "  java -jar stockade.jar sigv4 --credentials keys.txt --clock 2026-11-23T20:25:00Z r1.http"
    })
final class Sigv4Command extends StockadeCommand {
  @Option(
      names = "--credentials",
      required = true,
      paramLabel = "FILE",
      description = "Lines of an access key id and its secret; # begins a comment.")
  private String credentials;

  @Option(
      names = "--clock",
      paramLabel = "TIME",
      description = "Such as 2026-11-23T20:25:00Z, instead of now.")
  private String clock;

  @Parameters(
      arity = "1..*",
      paramLabel = "REQUESTS",
      description = "Files of one raw HTTP request each, or of JSON lines; - is standard input.")
  private List<String> files;

  private final Function<String, Endpoint> endpoints;
  private final List<Map<String, Object>> results = new ArrayList<>();
  private SignatureVerifier verifier;
  private long time;
  private int number;
  private boolean allValid = true;

  Sigv4Command(Console console) {
    this(console, Endpoints::of);
  }

  /**
   * @param endpoints what answers at a host; null for a host that is not known
   */
  Sigv4Command(Console console, Function<String, Endpoint> endpoints) {
    super(console);
    this.endpoints = endpoints;
  }

  @Override
  public Integer call() {
    try {
      time = clock == null ? System.currentTimeMillis() : Instant.parse(clock).toEpochMilli();
      check();
    } catch (DateTimeException e) {
      throw CommandFailure.usage("--clock: not a time such as 2026-11-23T20:25:00Z");
    } catch (UnreadableException e) {
      throw CommandFailure.usage(e.getMessage());
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", allValid);
    result.put("requests", results);
    json(result);
    return allValid ? ExitCode.WELL : ExitCode.FAILED;
  }

  private void check() throws UnreadableException {
    CredentialsFile secrets = CredentialsFile.read(credentials);
    verifier =
        new SignatureVerifier(
            new SigningKeys(), new SigningLog(), new SecretKeys(secrets::secretOf));
    for (String file : files) {
      RequestFile.read(file, console().in(), this::check);
    }
  }

  private void check(RequestHead head) {
    String authority = head.authority();
    Endpoint endpoint = authority == null ? null : endpoints.apply(authority);
    Verification verification = verifier.verify(head, endpoint, time);
    Sigv4Line line = new Sigv4Line(verification);
    allValid &= line.isValid();
    number++;
    say(number + "\t" + line);
    if (isJson()) {
      results.add(line.members(number));
    }
  }

  /** What cannot be read, as one sentence that names the file and, where there is one, the line. */
  static final class UnreadableException extends IOException {
    UnreadableException(String file, int line, String problem) {
      super((line > 0 ? file + ":" + line : file) + ": " + problem);
    }
  }
}
