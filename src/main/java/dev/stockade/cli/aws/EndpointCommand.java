package dev.stockade.cli.aws;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Prints what host names say: host, partition, region, service part and signing name, separated by
 * tabs, {@code -} where the name does not show it.
 */
@Command(
    name = "endpoint",
    description = {
      "Prints AWS partition, region, service and signing name of host names, separated by tabs,"
          + " - where the name does not tell."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar endpoint email.us-gov-west-1.amazonaws.com",
      "  cut -f1 hosts.tsv | java -jar stockade.jar endpoint - -o json"
    })
public final class EndpointCommand extends StockadeCommand {
  private static final String STANDARD_INPUT = "-";
  private static final String UNKNOWN = "-";
  private static final int MAX_SHOWN = 300;

  @Parameters(
      arity = "0..*",
      paramLabel = "HOST",
      description =
          "Names, perhaps with ports, or addresses such as https://HOST/PATH; - reads them from"
              + " standard input, one a line.")
  private List<String> hosts = new ArrayList<>();

  private final List<Map<String, Object>> results = new ArrayList<>();

  public EndpointCommand(Console console) {
    super(console);
  }

  /** Hosts that are not of AWS are no failure. */
  @Override
  public Integer call() {
    if (hosts.isEmpty()) {
      throw CommandFailure.usage(
          "endpoint needs a host name, or - for names on standard input, one a line");
    }
    for (String host : hosts) {
      if (!host.equals(STANDARD_INPUT)) {
        String name = HostName.of(host);
        if (name == null) {
          throw CommandFailure.usage(
              "endpoint: neither a host name nor an address such as https://HOST/PATH: "
                  + printable(host));
        }
        print(name);
        continue;
      }
      try {
        printAll(console().in());
      } catch (IOException e) {
        console().out().flush();
        throw CommandFailure.usage("cannot read standard input: " + e.getMessage());
      }
    }
    json(Collections.singletonMap("hosts", results));
    return ExitCode.OK;
  }

  private void printAll(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String host = line.trim();
      if (!host.isEmpty()) {
        // A list is read to its end: what is no name in it is a line that says nothing.
        String name = HostName.of(host);
        print(name == null ? host : name);
      }
    }
  }

  private void print(String host) {
    Endpoint endpoint = Endpoints.of(host);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("host", printable(host));
    result.put("partition", endpoint == null ? null : endpoint.partition());
    result.put("region", endpoint == null ? null : endpoint.region());
    result.put("service", endpoint == null ? null : endpoint.service());
    result.put("signingName", endpoint == null ? null : endpoint.signingName());
    StringBuilder line = new StringBuilder();
    for (Object value : result.values()) {
      line.append(line.length() == 0 ? "" : "\t").append(value == null ? UNKNOWN : value);
    }
    say(line.toString());
    if (isJson()) {
      result.values().removeIf(Objects::isNull);
      results.add(result);
    }
  }

  /** A name may come from a log that a stranger wrote to: no tab, no terminal's escape. */
  private static String printable(String host) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(host.length(), MAX_SHOWN); i++) {
      char c = host.charAt(i);
      text.append(c > ' ' && c < 0x7f ? c : '?');
    }
    return text.toString();
  }
}
