package dev.stockade.cli;

import dev.stockade.aws.Endpoint;
import dev.stockade.aws.Endpoints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Prints what host names say: host, partition, region, service part and signing name, separated by
 * tabs, {@code -} where the name does not tell.
 */
final class EndpointCommand {
  private static final String STANDARD_INPUT = "-";
  private static final String UNKNOWN = "-";

  private EndpointCommand() {}

  /**
   * Prints one line a host.
   *
   * @param hosts names, perhaps with ports; {@code -} stands for the lines of {@code in}
   * @return the exit code: 0, also for hosts that are not of AWS; 2 without a host or when {@code
   *     in} cannot be read
   */
  static int run(String[] hosts, InputStream in, PrintStream out, PrintStream err) {
    if (hosts.length == 0) {
      err.println("endpoint needs a host name, or - for names on standard input, one a line");
      return 2;
    }
    for (String host : hosts) {
      if (!host.equals(STANDARD_INPUT)) {
        print(host, out);
        continue;
      }
      try {
        printAll(in, out);
      } catch (IOException e) {
        out.flush();
        err.println("cannot read standard input: " + e.getMessage());
        return 2;
      }
    }
    return 0;
  }

  private static void printAll(InputStream in, PrintStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String host = line.trim();
      if (!host.isEmpty()) {
        print(host, out);
      }
    }
  }

  private static void print(String host, PrintStream out) {
    Endpoint endpoint = Endpoints.of(host);
    StringBuilder line = new StringBuilder(printable(host));
    append(line, endpoint == null ? null : endpoint.partition());
    append(line, endpoint == null ? null : endpoint.region());
    append(line, endpoint == null ? null : endpoint.service());
    append(line, endpoint == null ? null : endpoint.signingName());
    out.println(line);
  }

  private static void append(StringBuilder line, String value) {
    line.append('\t').append(value == null ? UNKNOWN : value);
  }

  /** A name may come from a log that a stranger wrote to: no tab, no terminal's escape. */
  private static String printable(String host) {
    StringBuilder text = new StringBuilder(host.length());
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      text.append(c > ' ' && c < 0x7f ? c : '?');
    }
    return text.toString();
  }
}
