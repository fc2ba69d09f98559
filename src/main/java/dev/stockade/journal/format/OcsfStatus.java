package dev.stockade.journal.format;

/** How what a record is about came out. */
final class OcsfStatus {
  private OcsfStatus() {}

  static void put(RecordTree record, RecordTree line) {
    switch (String.valueOf(record.text("kind"))) {
      case "tls.handshake":
        put(1, "Success", line);
        break;
      case "tls.failed":
      case "tls.blocked":
        put(2, "Failure", line);
        line.put("status_detail", record.text("reason"));
        line.put("status_code", Alert.of(record));
        break;
      case "aws.blocked":
        put(2, "Failure", line);
        line.put("status_detail", record.text("reason"));
        break;
      case "aws.answer":
      case "aws.unseen":
        answer(record, line);
        break;
      case "aws.request":
        // What AWS answered is not known yet.
        put(0, "Unknown", line);
        break;
      case "tamper":
        put(1, "New", line);
        break;
      default:
    }
  }

  private static void answer(RecordTree record, RecordTree line) {
    String answer = record.text("aws.answer");
    if (answer == null) {
      put(0, "Unknown", line);
    } else if (answer.equals("accepted")) {
      put(1, "Success", line);
    } else {
      put(2, "Failure", line);
      line.put("status_code", record.text("aws.errorCode"));
    }
  }

  private static void put(long id, String caption, RecordTree line) {
    line.put("status_id", id).put("status", caption);
  }
}
