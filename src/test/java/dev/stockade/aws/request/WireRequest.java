package dev.stockade.aws.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A request as on the wire, one character a byte. */
@SuppressWarnings("ArrayRecordComponent")
public // nobody changes or compares it
record WireRequest(String method, String target, List<Header> headers, byte[] body) {
  public record Header(String name, String value) {}

  /** Reads a request with LF line ends, as in the public suites. */
  public static WireRequest parse(String text) {
    int blank = text.indexOf("\n\n");
    String head = blank < 0 ? text : text.substring(0, blank);
    String body = blank < 0 ? "" : text.substring(blank + 2);
    String[] lines = head.stripTrailing().split("\n", -1);
    String method = lines[0].substring(0, lines[0].indexOf(' '));
    String target = lines[0].substring(method.length() + 1, lines[0].lastIndexOf(" HTTP/"));
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].startsWith(" ")) {
        Header last = headers.remove(headers.size() - 1);
        headers.add(new Header(last.name(), last.value() + "\n" + lines[i]));
      } else {
        int colon = lines[i].indexOf(':');
        headers.add(new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1)));
      }
    }
    return new WireRequest(method, target, headers, body.getBytes(ISO_8859_1));
  }

  public RequestHead head() {
    RequestHead head = new RequestHead().begin(Transport.TLS, method, target, null);
    headers.forEach(header -> head.header(header.name(), header.value()));
    return head.body(body);
  }

  public String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse(null);
  }

  public boolean isPresigned() {
    return target.contains("X-Amz-Signature=");
  }

  /** Of the form {@code ID/day/region/service/aws4_request}. */
  public String credential() {
    if (isPresigned()) {
      return parameter("X-Amz-Credential").replace("%2F", "/");
    }
    String value = header("Authorization");
    int from = value.indexOf("Credential=") + 11;
    return value.substring(from, value.indexOf(',', from));
  }

  public List<String> signedHeaders() {
    if (isPresigned()) {
      return List.of(parameter("X-Amz-SignedHeaders").replace("%3B", ";").split(";"));
    }
    String value = header("Authorization");
    int from = value.indexOf("SignedHeaders=") + 14;
    return List.of(value.substring(from, value.indexOf(',', from)).split(";"));
  }

  public String signature() {
    return isPresigned()
        ? parameter("X-Amz-Signature")
        : header("Authorization").replaceFirst(".*Signature=", "");
  }

  private String parameter(String name) {
    int from = target.indexOf(name + "=") + name.length() + 1;
    int end = target.indexOf('&', from);
    return end < 0 ? target.substring(from) : target.substring(from, end);
  }

  public WireRequest withMethod(String other) {
    return new WireRequest(other, target, headers, body);
  }

  public WireRequest withTarget(String other) {
    return new WireRequest(method, other, headers, body);
  }

  public WireRequest withBody(byte[] other) {
    return new WireRequest(method, target, headers, other);
  }

  /** Changes the first header of a name. */
  public WireRequest with(String name, UnaryOperator<String> change) {
    List<Header> changed = new ArrayList<>(headers);
    for (int i = 0; i < changed.size(); i++) {
      Header header = changed.get(i);
      if (header.name().equalsIgnoreCase(name)) {
        changed.set(i, new Header(header.name(), change.apply(header.value())));
        return new WireRequest(method, target, changed, body);
      }
    }
    throw new IllegalArgumentException("no header " + name);
  }

  public WireRequest adding(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new WireRequest(method, target, more, body);
  }

  public WireRequest without(String name) {
    List<Header> fewer = new ArrayList<>(headers);
    fewer.removeIf(header -> header.name().equalsIgnoreCase(name));
    return new WireRequest(method, target, fewer, body);
  }
}
