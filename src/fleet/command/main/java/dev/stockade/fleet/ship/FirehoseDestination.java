package dev.stockade.fleet.ship;

import dev.stockade.fleet.storage.AwsFailures;
import dev.stockade.fleet.storage.StorageFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.Record;

/**
 * A Firehose stream; each record has its line end, as Firehose adds none. At most 500 records and 4
 * MB a call, 1,000 KB a record (Amazon Data Firehose API, PutRecordBatch). An answer may say that
 * some records failed: these are sent again.
 */
final class FirehoseDestination implements Destination {
  static final int MAX_RECORDS = 500;
  static final int MAX_BYTES = 4 << 20;
  static final int MAX_RECORD = 1_000 * 1_024;
  private static final int ROUND = 900_000;
  private static final long PACKED = 300_000;
  private static final long WAIT = 5_000;

  private final FirehoseClient firehose;
  private final String stream;
  private final Consumer<String> remarks;

  /** Of the call that went well in part. */
  private List<Record> failed = List.of();

  FirehoseDestination(FirehoseClient firehose, String stream, Consumer<String> remarks) {
    this.firehose = firehose;
    this.stream = stream;
    this.remarks = remarks;
  }

  @Override
  public String name() {
    return "firehose:" + stream;
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
    List<List<Record>> calls = new ArrayList<>();
    long tooLong = calls(segment, calls);
    int before = segment.calls;
    long records = 0;
    for (List<Record> call : calls.subList(before, calls.size())) {
      put(failed.isEmpty() ? call : failed);
      segment.calls++;
      records += call.size();
    }
    if (tooLong > 0) {
      refused.accept(tooLong);
      remarks.accept(name() + ": " + tooLong + " lines are longer than 1,000 KB");
    }
    return new Sent(records, calls.size() - before);
  }

  private void put(List<Record> call) {
    try {
      PutRecordBatchResponse answer =
          firehose.putRecordBatch(put -> put.deliveryStreamName(stream).records(call));
      failed = failed(call, answer);
    } catch (SdkException e) {
      throw AwsFailures.of(name(), "firehose:PutRecordBatch", e);
    }
    if (!failed.isEmpty()) {
      throw StorageFailure.passing(
          name() + ": is busy (" + failed.size() + " of " + call.size() + " records failed)");
    }
  }

  private static List<Record> failed(List<Record> call, PutRecordBatchResponse answer) {
    List<Record> failed = new ArrayList<>();
    if (answer.failedPutCount() > 0) {
      for (int i = 0; i < call.size(); i++) {
        if (answer.requestResponses().get(i).errorCode() != null) {
          failed.add(call.get(i));
        }
      }
    }
    return failed;
  }

  /** Returns how many are too long. */
  private static long calls(Segment segment, List<List<Record>> calls) throws IOException {
    long tooLong = 0;
    List<Record> call = new ArrayList<>();
    int bytes = 0;
    try (Lines lines = new Lines(segment.open())) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        int size = line.length + 1;
        if (size > MAX_RECORD) {
          tooLong++;
          continue;
        }
        if (call.size() == MAX_RECORDS || bytes + size > MAX_BYTES) {
          calls.add(call);
          call = new ArrayList<>();
          bytes = 0;
        }
        call.add(record(line));
        bytes += size;
      }
    }
    if (!call.isEmpty()) {
      calls.add(call);
    }
    return tooLong;
  }

  private static Record record(byte[] line) {
    byte[] ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = '\n';
    return Record.builder().data(SdkBytes.fromByteArrayUnsafe(ended)).build();
  }

  @Override
  public void close() {
    firehose.close();
  }
}
