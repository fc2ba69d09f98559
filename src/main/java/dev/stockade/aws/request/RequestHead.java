package dev.stockade.aws.request;

import java.util.Arrays;

/**
 * The head of an outbound request, as its HTTP client is about to write it. One object is filled
 * again for many requests, so that looking at a request that is not for AWS makes no garbage;
 * nobody may keep it.
 *
 * <p>Strings are as on the wire: one character a byte (ISO-8859-1) where the client shows bytes,
 * otherwise the client's own text.
 */
public final class RequestHead {
  private static final int MAX_HEADERS = 256;

  private Transport transport;
  private String method;
  private String target;
  private String authority;
  private String[] names = new String[32];
  private String[] values = new String[32];
  private int size;
  private boolean complete;
  private byte[] body;
  private boolean signedLater;

  /**
   * Begins a new request.
   *
   * @param target the request target as written: path and query, or absolute for a proxy
   * @param authority host and perhaps port that the request is for, where the client knows it apart
   *     from the header {@code Host} (HTTP/2: {@code :authority}); else null
   */
  public RequestHead begin(Transport transport, String method, String target, String authority) {
    this.transport = transport;
    this.method = method;
    this.target = target;
    this.authority = authority;
    Arrays.fill(names, 0, size, null);
    Arrays.fill(values, 0, size, null);
    size = 0;
    complete = true;
    body = null;
    signedLater = false;
    return this;
  }

  /** Adds a header; HTTP/2's pseudo-headers do not belong here. Nulls are ignored. */
  public RequestHead header(String name, String value) {
    if (name == null || value == null) {
      return this;
    }
    if (size == MAX_HEADERS) {
      complete = false;
      return this;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    names[size] = name;
    values[size] = value;
    size++;
    return this;
  }

  /** The whole body, where it is in memory anyway; never a copy made for this. May be null. */
  public RequestHead body(byte[] body) {
    this.body = body;
    return this;
  }

  /** Native code will sign it where no hook can look, or not; what is seen is a template. */
  public RequestHead signedLater() {
    signedLater = true;
    return this;
  }

  /** See {@link #signedLater}. */
  public boolean isSignedLater() {
    return signedLater;
  }

  /** Forgets the request, so that nothing of it is kept alive. */
  public void clear() {
    begin(Transport.UNKNOWN, null, null, null);
  }

  public Transport transport() {
    return transport;
  }

  public String method() {
    return method;
  }

  public String target() {
    return target;
  }

  /** Host and perhaps port; what the client said, else the first header {@code Host}, else null. */
  public String authority() {
    return authority != null ? authority : first("host");
  }

  /** Whether the client said another host than the header {@code Host} that is sent besides. */
  public boolean isForOtherThanHost() {
    String host = authority == null ? null : first("host");
    return host != null && !host.equals(authority);
  }

  /** The headers' count; they keep the order of the wire. */
  public int size() {
    return size;
  }

  public String name(int index) {
    return names[index];
  }

  public String value(int index) {
    return values[index];
  }

  /** Whether no header was left out for being one too many. */
  public boolean isComplete() {
    return complete;
  }

  /** May be null. */
  public byte[] body() {
    return body;
  }

  /**
   * The value of the first header of that name, or null.
   *
   * @param name in any case
   */
  public String first(String name) {
    int length = name.length();
    for (int i = 0; i < size; i++) {
      if (names[i].length() == length && names[i].equalsIgnoreCase(name)) {
        return values[i];
      }
    }
    return null;
  }

  /** Says nothing of the request: its headers may hold secrets. */
  @Override
  public String toString() {
    return "RequestHead";
  }
}
