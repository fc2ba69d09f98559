package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.record.Row;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * The place that a line claims, {@code (service, instance, pid, process, seq, ts)}, as a number of
 * 63 bits: the same for a row here and by SQL for a row of the lake.
 *
 * <p>Used by one thread.
 */
final class LinePlaces {
  private static final long OF_SEQ = 0x1e3779b97f4a7c15L;
  private static final long OF_TIME = 0x42b2ae3d27d4eb4fL;

  /** MD5 stands in both languages; nobody gains by two processes that are taken for one. */
  private static final String PROCESS =
      "md5_number_lower(concat_ws(chr(10), service, instance, pid, coalesce(process, '')))";

  /** Of a row of any table of records. DuckDB's numbers of 128 bits do not overflow. */
  static final String SQL =
      "CAST(xor(xor("
          + PROCESS
          + "::HUGEINT, seq::HUGEINT * "
          + OF_SEQ
          + "), epoch_us(ts)::HUGEINT * "
          + OF_TIME
          + ") & "
          + Long.MAX_VALUE
          + "::HUGEINT AS BIGINT)";

  /** Of the same rows the day as {@link Row#dayNumber} has it. */
  static final String DAY = "CAST(ts AS DATE) - DATE '1970-01-01'";

  private final MessageDigest digest;
  private Row last;
  private long process;

  LinePlaces() {
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Each JVM has it.
    }
  }

  long of(Row row) {
    if (last == null || !isSameProcess(last, row)) {
      process = process(row);
      last = row;
    }
    return (process ^ row.seq() * OF_SEQ ^ row.time() * OF_TIME) & Long.MAX_VALUE;
  }

  private static boolean isSameProcess(Row one, Row other) {
    return one.pid() == other.pid()
        && one.instance().equals(other.instance())
        && one.service().equals(other.service())
        && Objects.equals(one.process(), other.process());
  }

  private long process(Row row) {
    String text =
        row.service()
            + "\n"
            + row.instance()
            + "\n"
            + row.pid()
            + "\n"
            + Objects.requireNonNullElse(row.process(), "");
    byte[] sum = digest.digest(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(sum).order(ByteOrder.LITTLE_ENDIAN).getLong(Long.BYTES);
  }
}
