package dev.stockade.fleet.ship;

import dev.stockade.cli.command.JsonView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * CloudWatch Logs as its API reference has it, with a group that is not there at first, a call
 * whose answer is lost and one that is throttled.
 */
final class LogsService implements AwsStandIn.Service {
  private static final long HOUR = 3_600_000L;

  final List<String> stored = new ArrayList<>();
  final List<String> operations = new ArrayList<>();
  private boolean group;
  private boolean stream;
  private int puts;

  @Override
  public synchronized String answer(String operation, JsonView request) throws AwsStandIn.Refusal {
    operations.add(operation);
    return switch (operation) {
      case "CreateLogGroup" -> {
        group = true;
        yield "{}";
      }
      case "CreateLogStream" -> {
        requireThere(group);
        stream = true;
        yield "{}";
      }
      case "PutLogEvents" -> {
        requireThere(stream);
        yield put(request);
      }
      default -> throw new IllegalArgumentException("what is " + operation);
    };
  }

  private static void requireThere(boolean there) throws AwsStandIn.Refusal {
    if (!there) {
      throw new AwsStandIn.Refusal("ResourceNotFoundException");
    }
  }

  private String put(JsonView request) throws AwsStandIn.Refusal {
    puts++;
    if (puts == 2) {
      throw new AwsStandIn.Refusal("ThrottlingException");
    }
    List<JsonView> events = request.each("logEvents");
    check(events);
    long now = System.currentTimeMillis();
    int old = 0;
    int tooNew = events.size();
    for (int i = 0; i < events.size(); i++) {
      long time = events.get(i).whole("timestamp");
      if (time < now - 14 * 24 * HOUR) {
        old = i + 1;
      } else if (time > now + 2 * HOUR) {
        tooNew = Math.min(tooNew, i);
      } else {
        stored.add(events.get(i).text("message"));
      }
    }
    if (puts == 3) {
      return null;
    }
    return old == 0 && tooNew == events.size()
        ? "{}"
        : "{\"rejectedLogEventsInfo\":{"
            + (old == 0 ? "" : "\"tooOldLogEventEndIndex\":" + old)
            + (old == 0 || tooNew == events.size() ? "" : ",")
            + (tooNew == events.size() ? "" : "\"tooNewLogEventStartIndex\":" + tooNew)
            + "}}";
  }

  private static void check(List<JsonView> events) {
    long bytes = 0;
    long before = 0;
    for (JsonView event : events) {
      int length = event.text("message").getBytes(StandardCharsets.UTF_8).length + 26;
      bytes += length;
      require(length <= 256 * 1_024, "an event of " + length + " bytes");
      require(event.whole("timestamp") >= before, "not in order of time");
      before = event.whole("timestamp");
    }
    require(!events.isEmpty() && events.size() <= 10_000, events.size() + " events");
    require(bytes <= 1_048_576, bytes + " bytes");
    require(before - events.get(0).whole("timestamp") < 24 * HOUR, "more than 24 hours");
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
