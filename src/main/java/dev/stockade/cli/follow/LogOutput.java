package dev.stockade.cli.follow;

import dev.stockade.cli.follow.otlp.OtlpLogs;
import dev.stockade.cli.follow.otlp.Spool;
import dev.stockade.cli.follow.tail.FollowedRecord;
import java.io.IOException;

/** Records into the spool, in requests of a bounded size. */
final class LogOutput implements Output {
  /** Records of 8 kB at most: far below what collectors take. */
  private static final int MAX_RECORDS = 512;

  private final OtlpLogs logs = new OtlpLogs();
  private final Spool spool;

  LogOutput(Spool spool) {
    this.spool = spool;
  }

  @Override
  public void take(FollowedRecord record) throws IOException {
    logs.add(record, System.currentTimeMillis());
    if (logs.records() >= MAX_RECORDS) {
      flush();
    }
  }

  @Override
  public void flush() throws IOException {
    int records = logs.records();
    if (records > 0) {
      spool.add(logs.take(), records);
    }
  }

  @Override
  public boolean isFull() {
    return spool.isFull();
  }
}
