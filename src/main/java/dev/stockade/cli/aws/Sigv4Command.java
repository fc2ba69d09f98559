package dev.stockade.cli.aws;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.keys.SecretKeys;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.aws.sigv4.VerificationResult;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.request.Request;
import dev.stockade.cli.request.RequestFile;
import dev.stockade.cli.request.UnreadableException;
import dev.stockade.cli.sigv4.CredentialScope;
import dev.stockade.cli.sigv4.HandMade;
import dev.stockade.policy.aws.SignatureStatus;
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
    description = {
      "Tells why AWS rejects signed requests: a word, the rule and the reason for each.",
      "Reads raw HTTP, curl -v, curl commands as browsers copy them, HAR, JSON lines, wire logs"
          + " of the SDKs, aws --debug and mitmproxy's text."
    },
    footer = {
      "",
      "Example:",
      "  java -jar stockade.jar sigv4 --credentials keys.txt --clock 2026-11-23T20:25:00Z r1.http"
    })
public final class Sigv4Command extends StockadeCommand {
  private static final int MAX_THOROUGH = 16;
  private static final String OTHER_SECRET =
      "what is sent is what its signer logged: another secret signed it, or the scope or the date"
          + " was changed";

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

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region that answers, where the host name does not tell.")
  private String region;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "The service's signing name, such as s3, where the host name does not tell.")
  private String service;

  @Parameters(
      arity = "1..*",
      paramLabel = "REQUESTS",
      description = "Files with requests; - is standard input.")
  private List<String> files;

  private final Function<String, Endpoint> endpoints;
  private final List<Map<String, Object>> results = new ArrayList<>();
  private final SignedRequests log = new SignedRequests();
  private CredentialsFile secrets;
  private SignatureVerifier verifier;
  private int mismatches;
  private long time;
  private int number;
  private boolean allValid = true;

  public Sigv4Command(Console console) {
    this(console, Endpoints::of);
  }

  /**
   * @param endpoints what answers at a host; null for a host that is not known
   */
  public Sigv4Command(Console console, Function<String, Endpoint> endpoints) {
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
    return allValid ? ExitCode.OK : ExitCode.FAILED;
  }

  private void check() throws UnreadableException {
    secrets = CredentialsFile.read(credentials);
    verifier = new SignatureVerifier(new SigningKeys(), log, new SecretKeys(secrets::secretOf));
    for (String file : files) {
      int before = number;
      RequestFile.read(file, console().in(), this::check);
      if (number == before) {
        throw new UnreadableException(file, 0, "no request in it");
      }
    }
  }

  private void check(Request request) {
    Endpoint endpoint = endpoint(request);
    VerificationResult verification =
        new Trial(verifier, log, request, endpoint, time).verification();
    String error =
        verification.signature() == SignatureStatus.MISMATCH
            ? signersError(request, endpoint, verification)
            : null;
    Sigv4Line line = new Sigv4Line(verification, error, clock != null);
    allValid &= line.isValid();
    number++;
    say(number + "\t" + line);
    if (isJson()) {
      results.add(line.members(number));
    }
  }

  /** What a signer of one's own did differently; null where nothing is found. */
  private String signersError(Request request, Endpoint endpoint, VerificationResult verification) {
    CredentialScope scope = CredentialScope.of(request.head());
    String secret = scope == null ? null : secrets.secretOf(scope.accessKey());
    if (secret == null || scope.signature().isEmpty()) {
      return null;
    }
    if (request.canonicalRequest() != null) {
      return verification.diagnosis().startsWith("the credential scope") ? OTHER_SECRET : null;
    }
    return HandMade.difference(
        request.head(), scope, endpoint, secret, mismatches++ < MAX_THOROUGH);
  }

  private Endpoint endpoint(Request request) {
    String authority = request.head().authority();
    Endpoint known = authority == null ? null : endpoints.apply(authority);
    if (region == null && service == null) {
      return known;
    }
    CredentialScope scope = CredentialScope.of(request.head());
    Endpoint said = Endpoint.said(known, region, service);
    // What neither the name nor the options say is taken as the request has it.
    return scope == null
        ? said
        : Endpoint.said(
            said,
            said.region() == null ? scope.region() : null,
            said.signingName() == null ? scope.service() : null);
  }
}
