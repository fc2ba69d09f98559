package dev.stockade.fleet.spark;

import dev.stockade.fleet.lake.SourceState;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/** Reads a journal on an executor. Run again, it gives the same rows: files are read to a place. */
final class JournalTask implements FlatMapFunction<Journal, Row> {
  private static final long serialVersionUID = 1;

  private final Broadcast<Map<String, SourceState>> known;
  private final SerializableConfiguration configuration;
  private final int hostLevels;
  private final long now;

  /**
   * @param known how far files were read before, by their names
   * @param hostLevels the folder above a file that is its host's name; 0 for none
   * @param now milliseconds since the epoch
   */
  JournalTask(
      Broadcast<Map<String, SourceState>> known,
      SerializableConfiguration configuration,
      int hostLevels,
      long now) {
    this.known = known;
    this.configuration = configuration;
    this.hostLevels = hostLevels;
    this.now = now;
  }

  @Override
  public Iterator<Row> call(Journal journal) {
    return new JournalRows(
        journal, known.value(), new HadoopFiles(configuration.value()), hostLevels, now);
  }
}
