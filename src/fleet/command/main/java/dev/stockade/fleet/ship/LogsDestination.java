package dev.stockade.fleet.ship;

import dev.stockade.fleet.storage.AwsFailures;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/**
 * A stream of a log group, named after this machine. CloudWatch Logs keeps what comes twice, and a
 * call whose answer was lost comes twice; a line is the record itself, whose place in its process
 * is in it, so that a lake finds both to be one.
 */
final class LogsDestination implements Destination {
  /** A call's worth of lines: few come again after a crash. */
  private static final int ROUND = 900_000;

  private static final long PACKED = 300_000;
  private static final long WAIT = 5_000;

  private final CloudWatchLogsClient logs;
  private final String group;
  private final String stream;
  private final Consumer<String> remarks;

  LogsDestination(
      CloudWatchLogsClient logs, String group, String stream, Consumer<String> remarks) {
    this.logs = logs;
    this.group = group;
    this.stream = stream;
    this.remarks = remarks;
  }

  @Override
  public String name() {
    return "cloudwatch-logs:" + group;
  }

  @Override
  public long packed() {
    return PACKED;
  }

  @Override
  public int round() {
    return ROUND;
  }

  @Override
  public long patience() {
    return WAIT;
  }

  @Override
  public Sent send(Segment segment, LongConsumer refused) throws IOException {
    long tooLong[] = {0};
    List<List<InputLogEvent>> calls = LogEvents.calls(segment, count -> tooLong[0] = count);
    long records = 0;
    int before = segment.calls;
    for (List<InputLogEvent> call : calls.subList(before, calls.size())) {
      long rejected = rejected(put(call), call.size());
      segment.calls++;
      records += call.size() - rejected;
      if (rejected > 0) {
        refused.accept(rejected);
        remarks.accept(name() + ": " + rejected + " events are too old or too new for it");
      }
    }
    if (tooLong[0] > 0) {
      refused.accept(tooLong[0]);
      remarks.accept(name() + ": " + tooLong[0] + " lines are longer than 256 KB");
    }
    return new Sent(records, calls.size() - before);
  }

  private PutLogEventsResponse put(List<InputLogEvent> events) {
    try {
      try {
        return putOnce(events);
      } catch (ResourceNotFoundException e) {
        make();
        return putOnce(events);
      }
    } catch (SdkException e) {
      throw AwsFailures.of(name(), "logs:PutLogEvents", e);
    }
  }

  private PutLogEventsResponse putOnce(List<InputLogEvent> events) {
    return logs.putLogEvents(
        put -> put.logGroupName(group).logStreamName(stream).logEvents(events));
  }

  /** The group and the stream, whichever is missing. */
  private void make() {
    try {
      logs.createLogStream(create -> create.logGroupName(group).logStreamName(stream));
    } catch (ResourceAlreadyExistsException e) {
      // Another one was first.
    } catch (ResourceNotFoundException e) {
      makeGroup();
      makeStream();
    } catch (SdkException e) {
      throw AwsFailures.of(name(), "logs:CreateLogStream", e);
    }
  }

  private void makeGroup() {
    try {
      logs.createLogGroup(create -> create.logGroupName(group));
    } catch (ResourceAlreadyExistsException e) {
      // Another one was first.
    } catch (SdkException e) {
      throw AwsFailures.of(name() + ": there is no such group", "logs:CreateLogGroup", e);
    }
  }

  private void makeStream() {
    try {
      logs.createLogStream(create -> create.logGroupName(group).logStreamName(stream));
    } catch (ResourceAlreadyExistsException e) {
      // Another one was first.
    } catch (SdkException e) {
      throw AwsFailures.of(name(), "logs:CreateLogStream", e);
    }
  }

  /** Those before an end, and those from a start on; the rest was taken. */
  static long rejected(PutLogEventsResponse answer, int events) {
    RejectedLogEventsInfo info = answer.rejectedLogEventsInfo();
    if (info == null) {
      return 0;
    }
    int old =
        Math.max(
            orElse(info.tooOldLogEventEndIndex(), 0), orElse(info.expiredLogEventEndIndex(), 0));
    return Math.min(events, old + events - orElse(info.tooNewLogEventStartIndex(), events));
  }

  private static int orElse(Integer value, int other) {
    return value == null ? other : value;
  }

  @Override
  public void close() {
    logs.close();
  }
}
