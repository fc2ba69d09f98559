package dev.stockade.aws;

/** Scaffold. */
final class UnsignedCalls {
  enum Need {
    SIGNATURE,
    NONE,
    UNSURE
  }

  private UnsignedCalls() {}

  static Need of(Endpoint endpoint, RequestHead head, String operation) {
    return endpoint.isS3() ? Need.NONE : Need.SIGNATURE;
  }

  static boolean hasOtherCredential(RequestHead head) {
    return head.first("authorization") != null;
  }
}
