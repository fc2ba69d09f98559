package dev.stockade.journal.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words that ECS sorts events by: {@code event.category}, {@code type}, {@code outcome}. */
final class EcsEvent {
  private static final String SUCCESS = "success";
  private static final String FAILURE = "failure";

  private EcsEvent() {}

  static void put(RecordTree record, RecordTree line) {
    String kind = String.valueOf(record.text("kind"));
    switch (kind) {
      case "tls.handshake":
        put(line, "network", "connection start allowed", SUCCESS);
        break;
      case "tls.blocked":
        put(line, "network", "connection denied", FAILURE);
        break;
      case "tls.failed":
        put(line, "network", "connection end", FAILURE);
        break;
      case "tls.certificate":
        put(line, "network", "info", SUCCESS);
        break;
      case "aws.request":
        put(line, "api network", "access allowed", "unknown");
        break;
      case "aws.blocked":
        put(line, "api network", "denied", FAILURE);
        break;
      case "aws.answer":
      case "aws.unseen":
        boolean accepted = "accepted".equals(record.text("aws.answer"));
        put(line, "api network", "access", accepted ? SUCCESS : FAILURE);
        break;
      case "policy.change":
      case "canary.change":
      case "tamper":
        put(line, "configuration", "change", SUCCESS);
        break;
      case "dropped":
        put(line, "process", "info", FAILURE);
        break;
      default:
        boolean starts = "started".equals(record.text("reason"));
        boolean ends = "stopped".equals(record.text("reason"));
        put(line, "process", starts ? "start" : ends ? "end" : "info", SUCCESS);
    }
    String room = kind.startsWith("tls.") ? "tls" : kind.startsWith("aws.") ? "aws" : "agent";
    line.put("event.dataset", "stockade." + room);
  }

  private static void put(RecordTree line, String categories, String types, String outcome) {
    line.put("event.category", words(categories)).put("event.type", words(types));
    line.put("event.outcome", outcome);
  }

  private static List<Object> words(String text) {
    return new ArrayList<>(Arrays.asList((Object[]) text.split(" ", 0)));
  }
}
