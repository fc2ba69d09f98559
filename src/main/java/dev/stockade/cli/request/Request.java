package dev.stockade.cli.request;

import dev.stockade.aws.request.RequestHead;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A request that was read, and what it may have been before an editor or a tool saved it. */
public final class Request {
  private final RequestHead head;
  private final List<byte[]> otherBodies;
  private final String canonicalRequest;

  private Request(RequestHead head, List<byte[]> otherBodies, String canonicalRequest) {
    this.head = head;
    this.otherBodies = otherBodies;
    this.canonicalRequest = canonicalRequest;
  }

  static Request of(RequestHead head) {
    return new Request(head, Collections.<byte[]>emptyList(), null);
  }

  /** With bodies that are tried after the head's own: which one was sent is unknown. */
  static Request withOtherBodies(RequestHead head, byte[]... bodies) {
    return new Request(head, Arrays.asList(bodies), null);
  }

  /** With the canonical request that its signer logged; null for none. */
  static Request signedAs(RequestHead head, String canonicalRequest) {
    return new Request(head, Collections.<byte[]>emptyList(), canonicalRequest);
  }

  public RequestHead head() {
    return head;
  }

  public List<byte[]> otherBodies() {
    return otherBodies;
  }

  /** As its signer logged it; null where nothing shows it. */
  public String canonicalRequest() {
    return canonicalRequest;
  }
}
