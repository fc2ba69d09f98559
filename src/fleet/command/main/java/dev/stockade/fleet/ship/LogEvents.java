package dev.stockade.fleet.ship;

import dev.stockade.cli.follow.tail.FollowedRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/**
 * The lines of a segment in calls that PutLogEvents takes: in order of time, at most 10,000 events,
 * 1,048,576 bytes with 26 more for each, and 24 hours (Amazon CloudWatch Logs API, PutLogEvents).
 */
final class LogEvents {
  static final int MAX_EVENTS = 10_000;
  static final int MAX_BYTES = 1_048_576;
  static final int OVERHEAD = 26;
  static final long MAX_SPAN = 24 * 3_600_000L;

  /** The documented maximum was raised to 1 MB, but not everywhere. */
  static final int MAX_EVENT = 256 * 1_024 - OVERHEAD;

  private LogEvents() {}

  /**
   * The same calls whenever it is asked.
   *
   * @param refused gets the number of those that are too long
   */
  static List<List<InputLogEvent>> calls(Segment segment, LongConsumer refused) throws IOException {
    List<List<InputLogEvent>> calls = new ArrayList<>();
    List<InputLogEvent> call = new ArrayList<>();
    int bytes = 0;
    for (InputLogEvent event : sorted(segment, refused)) {
      int size = size(event);
      boolean full =
          call.size() == MAX_EVENTS
              || bytes + size > MAX_BYTES
              || (!call.isEmpty() && event.timestamp() - call.get(0).timestamp() >= MAX_SPAN);
      if (full) {
        calls.add(call);
        call = new ArrayList<>();
        bytes = 0;
      }
      call.add(event);
      bytes += size;
    }
    if (!call.isEmpty()) {
      calls.add(call);
    }
    return calls;
  }

  private static int size(InputLogEvent event) {
    return event.message().getBytes(StandardCharsets.UTF_8).length + OVERHEAD;
  }

  private static List<InputLogEvent> sorted(Segment segment, LongConsumer refused)
      throws IOException {
    List<InputLogEvent> events = new ArrayList<>();
    long tooLong = 0;
    long time = System.currentTimeMillis();
    try (Lines lines = new Lines(segment.open())) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        String text = new String(line, StandardCharsets.UTF_8);
        time = time(text, time);
        if (line.length > MAX_EVENT) {
          tooLong++;
        } else if (!text.isEmpty()) {
          events.add(InputLogEvent.builder().timestamp(time).message(text).build());
        }
      }
    }
    if (tooLong > 0) {
      refused.accept(tooLong);
    }
    events.sort(Comparator.comparing(InputLogEvent::timestamp));
    return events;
  }

  /** A line that is no record gets the time of the one before. */
  private static long time(String line, long before) {
    try {
      return FollowedRecord.of(line).time();
    } catch (IllegalArgumentException e) {
      return before;
    }
  }
}
