package dev.stockade.aws;

/** Scaffold. */
final class Operations {
  private Operations() {}

  static String name(Endpoint endpoint, RequestHead head) {
    String target = head.first("x-amz-target");
    return target == null ? null : target.substring(target.lastIndexOf('.') + 1);
  }
}
