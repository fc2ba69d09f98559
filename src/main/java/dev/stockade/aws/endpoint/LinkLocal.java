package dev.stockade.aws.endpoint;

import dev.stockade.aws.text.Ascii;

/**
 * The addresses at which a machine, task or pod asks for its metadata and credentials. They are
 * fixed: <a
 * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html">IMDS</a>,
 * <a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html">ECS</a>,
 * <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html">EKS</a>.
 */
final class LinkLocal {
  private static final Endpoint IMDS = endpoint(Endpoint.Kind.METADATA, "imds");
  private static final Endpoint ECS = endpoint(Endpoint.Kind.CREDENTIALS, "ecs-credentials");
  private static final Endpoint EKS = endpoint(Endpoint.Kind.CREDENTIALS, "eks-pod-identity");

  private static final String IPV4 = "169.254.";
  private static final String MAPPED = "::ffff:";
  private static final int MAX_LENGTH =
      "[0000:0000:0000:0000:0000:ffff:255.255.255.255%25eth0]".length();

  private LinkLocal() {}

  /** The endpoint at an address, in the forms of RFC 4291, section 2.2, or null. */
  static Endpoint of(String authority) {
    if (Ascii.isAt(authority, 0, IPV4)) {
      return ipv4(authority, 0, authority.length());
    }
    boolean bracket = !authority.isEmpty() && authority.charAt(0) == '[';
    int start = bracket ? 1 : 0;
    int end = bracket ? authority.indexOf(']') : authority.length();
    if (end < 0 || end > MAX_LENGTH) {
      return null;
    }
    if (Ascii.isAt(authority, start, MAPPED)) {
      return ipv4(authority, start + MAPPED.length(), end);
    }
    switch (lastGroup(authority, start, end)) {
      case 0x254:
        return IMDS;
      case 0x23:
        return EKS;
      default:
        return null;
    }
  }

  private static Endpoint ipv4(String text, int start, int end) {
    int at = start + IPV4.length();
    if (!Ascii.isAt(text, start, IPV4)) {
      return null;
    }
    if (isHost(text, at, end, "169.254")) {
      return IMDS;
    }
    if (isHost(text, at, end, "170.2")) {
      return ECS;
    }
    return isHost(text, at, end, "170.23") ? EKS : null;
  }

  private static boolean isHost(String text, int at, int end, String rest) {
    int after = at + rest.length();
    return after <= end
        && Ascii.isAt(text, at, rest)
        && (after == end || text.charAt(after) == ':');
  }

  /** The last group of an address fd00:ec2::n, which may be written with all its zeros, or -1. */
  private static int lastGroup(String text, int start, int end) {
    int group = 0;
    int value = 0;
    int digits = 0;
    for (int i = start; i < end && text.charAt(i) != '%'; i++) {
      char c = text.charAt(i);
      int hex = Ascii.hex(c);
      if (c == ':') {
        if (value != (group == 0 ? 0xfd00 : group == 1 ? 0xec2 : 0) || ++group > 7) {
          return -1;
        }
        value = 0;
        digits = 0;
      } else if (hex < 0 || ++digits > 4) {
        return -1;
      } else {
        value = value << 4 | hex;
      }
    }
    return group > 2 ? value : -1;
  }

  private static Endpoint endpoint(Endpoint.Kind kind, String service) {
    return new Endpoint(kind, null, service, null, null, false);
  }
}
