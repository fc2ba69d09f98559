package dev.stockade.cli.report;

/** A finding in sentences, for those who read it in a build. */
final class FaultText {
  private FaultText() {}

  static String message(FoundFault fault) {
    return fault.place.destination + ": " + reason(fault);
  }

  static String reason(FoundFault fault) {
    return fault.reason == null ? fault.rule : fault.reason;
  }

  /** Null where the calling code is not known. */
  static String code(FoundFault fault) {
    if (fault.place.code == null) {
      return null;
    }
    String method = fault.method == null ? "" : "." + fault.method;
    return fault.place.code + method + (fault.jar == null ? "" : " (" + fault.jar + ")");
  }

  static String explain(String rule) {
    return "java -jar stockade.jar explain " + rule;
  }

  /** Null for no exception. */
  static String excuse(FoundFault fault) {
    if (fault.exception == null) {
      return null;
    }
    return "exception " + fault.exception + (fault.owner == null ? "" : ", " + fault.owner);
  }
}
