package dev.stockade.cli.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.aws.request.RequestHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads commands of curl, such as browsers copy ("copy as cURL", for bash and for cmd). */
final class CurlCommand {
  /** Options with a value that says nothing of the request. */
  private static final Set<String> IGNORED =
      new HashSet<>(
          Arrays.asList(
              "-o",
              "--output",
              "-x",
              "--proxy",
              "-m",
              "--max-time",
              "--connect-timeout",
              "-w",
              "--write-out",
              "--cacert",
              "-E",
              "--cert",
              "--key",
              "--resolve",
              "--connect-to",
              "--retry",
              "-c",
              "--cookie-jar",
              "--ciphers",
              "-D",
              "--dump-header",
              "-K",
              "--config",
              "--tls-max",
              "--aws-sigv4",
              "-F",
              "--form",
              "-T",
              "--upload-file"));

  private final List<String> headers = new ArrayList<>();
  private String method;
  private String url;
  private StringBuilder data;
  private boolean unknownBody;
  private boolean get;
  private boolean head;
  private boolean json;

  private CurlCommand() {}

  static boolean isStart(String line) {
    String text = line.startsWith("$ ") ? line.substring(2) : line;
    return text.matches("curl(\\.exe)? .*");
  }

  static List<Request> read(String file, String text) throws UnreadableException {
    List<Request> requests = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String word : ShellWords.of(text)) {
      if (!word.equals(ShellWords.END)) {
        words.add(word);
        continue;
      }
      int name = words.isEmpty() || !words.get(0).equals("$") ? 0 : 1;
      if (words.size() > name && words.get(name).matches("curl(\\.exe)?")) {
        requests.add(new CurlCommand().request(file, words.subList(name + 1, words.size())));
      }
      words = new ArrayList<>();
    }
    if (requests.isEmpty()) {
      throw new UnreadableException(file, 0, "not a command of curl");
    }
    return requests;
  }

  private Request request(String file, List<String> words) throws UnreadableException {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String option = word;
      String value = i + 1 < words.size() ? words.get(i + 1) : "";
      boolean joined = false;
      if (word.matches("-[XHdbAeu].+")) {
        option = word.substring(0, 2);
        value = word.substring(2);
        joined = true;
      }
      if (takes(option, value)) {
        i += joined ? 0 : 1;
      } else if (!word.startsWith("-")) {
        url = url == null ? word : url;
      } else {
        flag(word);
      }
    }
    if (url == null || url.isEmpty()) {
      throw new UnreadableException(file, 0, "a command of curl without an address");
    }
    return made();
  }

  /** Whether it is an option with a value; then the value is kept. */
  private boolean takes(String option, String value) {
    switch (option) {
      case "-X":
      case "--request":
        method = value;
        return true;
      case "--url":
        url = value;
        return true;
      case "-H":
      case "--header":
        headers.add(value);
        return true;
      case "-b":
      case "--cookie":
        headers.add("Cookie: " + value);
        return true;
      case "-A":
      case "--user-agent":
        headers.add("User-Agent: " + value);
        return true;
      case "-e":
      case "--referer":
        headers.add("Referer: " + value);
        return true;
      case "-u":
      case "--user":
        return true;
      case "--json":
        json = true;
        data(value);
        return true;
      case "-d":
      case "--data":
      case "--data-ascii":
      case "--data-binary":
        unknownBody |= value.startsWith("@");
        data(value);
        return true;
      case "--data-raw":
        data(value);
        return true;
      case "--data-urlencode":
        unknownBody = true;
        data(value);
        return true;
      default:
        unknownBody |= option.equals("-F") || option.equals("-T");
        return IGNORED.contains(option);
    }
  }

  private void flag(String word) {
    get |= word.equals("-G") || word.equals("--get");
    head |= word.equals("-I") || word.equals("--head");
  }

  private void data(String value) {
    data = data == null ? new StringBuilder() : data.append(json ? "" : "&");
    data.append(value);
  }

  private Request made() {
    boolean body = data != null && !get;
    String address = get && data != null ? url + (url.contains("?") ? "&" : "?") + data : url;
    String usual = head ? "HEAD" : body ? "POST" : "GET";
    RequestHead request = Address.begin(method == null ? usual : method, address);
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon > 0) {
        request.header(header.substring(0, colon), header.substring(colon + 1).trim());
      }
    }
    byte[] bytes = body ? data.toString().getBytes(UTF_8) : new byte[0];
    if (body && request.first("content-type") == null) {
      request.header(
          "Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
    }
    if (body && !unknownBody && request.first("content-length") == null) {
      request.header("Content-Length", Integer.toString(bytes.length));
    }
    return Request.of(request.body(unknownBody ? null : bytes));
  }
}
