package dev.stockade.aws.operation;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.request.FormFields;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.text.FactTable;
import dev.stockade.aws.text.TargetPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Judges requests that carry no AWS signature: which of them AWS would refuse for that. */
public final class UnsignedCalls {
  /** The need for a signature: whether AWS would refuse the request without one. */
  public enum Need {
    SIGNATURE,
    NONE,
    /** The host or the operation is not known well enough. */
    UNSURE
  }

  private UnsignedCalls() {}

  /**
   * Whether a request without AWS signature and without another credential that its service takes
   * needs one.
   *
   * @param endpoint where it goes; null for a host that is not one of AWS
   * @param operation as {@link Operations} finds it, may be null
   */
  public static Need of(Endpoint endpoint, RequestHead head, String operation) {
    if (endpoint == null || head.method() == null || head.target() == null) {
      return Need.UNSURE;
    }
    if (endpoint.kind() != Endpoint.Kind.API) {
      return endpoint.service() == null ? Need.UNSURE : Need.NONE;
    }
    // Anyone may read a public bucket; a preflight and a tunnel never carry credentials.
    if (endpoint.isS3() || isWithoutCredentials(head)) {
      return Need.NONE;
    }
    String service = endpoint.service();
    if (Unsigned.isListed(service, operation) || isPublicPath(service, head.target())) {
      return Need.NONE;
    }
    return isSure(service, head, operation) ? Need.SIGNATURE : Need.UNSURE;
  }

  /** CORS preflight (Fetch, section 4.8), a proxy's tunnel, a WebSocket's handshake. */
  private static boolean isWithoutCredentials(RequestHead head) {
    String upgrade = head.first("upgrade");
    return head.method().equals("OPTIONS")
        || head.method().equals("CONNECT")
        || (upgrade != null && upgrade.equalsIgnoreCase("websocket"));
  }

  /** What is published on API hosts, and the OTLP endpoints of CloudWatch and X-Ray. */
  private static boolean isPublicPath(String service, String target) {
    int start = TargetPath.start(target);
    int wellKnown = target.indexOf("/.well-known/", start);
    if (wellKnown >= 0 && wellKnown < TargetPath.end(target)) {
      return true;
    }
    switch (service) {
      case "sns":
        return target.startsWith("/SimpleNotificationService-", start);
      case "logs":
        return TargetPath.is(target, "/v1/logs");
      case "monitoring":
        return TargetPath.is(target, "/v1/metrics");
      case "xray":
        return TargetPath.is(target, "/v1/traces");
      default:
        return false;
    }
  }

  private static boolean isSure(String service, RequestHead head, String operation) {
    boolean reads = head.method().equals("GET") || head.method().equals("HEAD");
    return head.isComplete()
        && !mayHideForm(head)
        && (operation != null || (!reads && !Unsigned.BY_SERVICE.containsKey(service)))
        && !Unsigned.isUnsure(service);
  }

  /** A form that is not seen may hold the action, or the signature of SigV2. */
  private static boolean mayHideForm(RequestHead head) {
    boolean mayBeForm = head.first("content-type") == null || FormFields.isForm(head);
    return head.method().equals("POST")
        && head.first("x-amz-target") == null
        && mayBeForm
        && !FormFields.isWhole(head);
  }

  /** The table, read when the first unsigned request comes. */
  private static final class Unsigned {
    static final Map<String, Set<String>> BY_SERVICE = new HashMap<>();

    static {
      for (String[] fact : FactTable.of("unsigned-operations.txt")) {
        BY_SERVICE.computeIfAbsent(fact[0], service -> new HashSet<>()).add(fact[1]);
      }
    }

    static boolean isListed(String service, String operation) {
      Set<String> listed = BY_SERVICE.get(service);
      return listed != null && (listed.contains("*") || listed.contains(operation));
    }

    static boolean isUnsure(String service) {
      Set<String> listed = BY_SERVICE.get(service);
      return listed != null && listed.contains("?");
    }
  }
}
