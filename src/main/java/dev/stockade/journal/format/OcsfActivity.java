package dev.stockade.journal.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Class and activity of a record. */
final class OcsfActivity {
  private static final long OTHER = 99;

  /** In the order of their ids, from 1, as those of HTTP Activity. */
  private static final List<String> METHODS =
      Arrays.asList("Connect", "Delete", "Get", "Head", "Options", "Post", "Put", "Trace", "Patch");

  /** The beginnings of operations, and the ids of API Activity. */
  private static final String[][] OPERATIONS = {
    {"1", "Create", "Create Run Register Generate Start Send Publish"},
    {"2", "Read", "Get List Describe Head Query Scan BatchGet Select"},
    {"3", "Update", "Put Update Modify Set Tag Attach"},
    {"4", "Delete", "Delete Terminate Remove Revoke"}
  };

  final OcsfClass type;
  final long id;
  final String name;

  private OcsfActivity(OcsfClass type, long id, String name) {
    this.type = type;
    this.id = id;
    this.name = name;
  }

  static OcsfActivity of(RecordTree record) {
    switch (String.valueOf(record.text("kind"))) {
      case "tls.handshake":
        return new OcsfActivity(OcsfClass.NETWORK_ACTIVITY, 1, "Open");
      case "tls.failed":
        return new OcsfActivity(OcsfClass.NETWORK_ACTIVITY, 4, "Fail");
      case "tls.blocked":
        return new OcsfActivity(OcsfClass.NETWORK_ACTIVITY, 5, "Refuse");
      case "tls.certificate":
        return new OcsfActivity(OcsfClass.NETWORK_ACTIVITY, OTHER, "Certificate");
      case "aws.request":
      case "aws.blocked":
      case "aws.answer":
      case "aws.unseen":
        return record.text("aws.operation") == null
            ? http(record.text("http.method"))
            : api(record.text("aws.operation"));
      case "tamper":
        return new OcsfActivity(OcsfClass.DETECTION_FINDING, 1, "Create");
      case "policy.change":
        return new OcsfActivity(OcsfClass.APPLICATION_LIFECYCLE, 8, "Update");
      case "canary.change":
        return new OcsfActivity(OcsfClass.APPLICATION_LIFECYCLE, 7, "Disable");
      case "dropped":
        return new OcsfActivity(OcsfClass.APPLICATION_ERROR, 1, "General Error");
      default:
        return lifecycle(record.text("reason"));
    }
  }

  private static OcsfActivity lifecycle(String reason) {
    boolean starts = "started".equals(reason);
    boolean stops = "stopped".equals(reason);
    return new OcsfActivity(
        OcsfClass.APPLICATION_LIFECYCLE,
        starts ? 3 : stops ? 4 : OTHER,
        starts ? "Start" : stops ? "Stop" : "Other");
  }

  private static OcsfActivity http(String method) {
    for (String one : METHODS) {
      if (one.toUpperCase(Locale.ROOT).equals(method)) {
        return new OcsfActivity(OcsfClass.HTTP_ACTIVITY, METHODS.indexOf(one) + 1, one);
      }
    }
    return new OcsfActivity(OcsfClass.HTTP_ACTIVITY, OTHER, "Other");
  }

  private static OcsfActivity api(String operation) {
    for (String[] one : OPERATIONS) {
      for (String begin : one[2].split(" ", 0)) {
        if (operation.startsWith(begin)) {
          return new OcsfActivity(OcsfClass.API_ACTIVITY, Long.parseLong(one[0]), one[1]);
        }
      }
    }
    return new OcsfActivity(OcsfClass.API_ACTIVITY, OTHER, "Other");
  }
}
