package dev.stockade.fleet.spark;

import org.apache.spark.sql.SparkSession;

/** The session with the settings without which Spark would mean other values than DuckDB. */
final class Session {
  private Session() {}

  /** The one that runs, or a new one of {@code spark-submit}'s settings. */
  static SparkSession open() {
    SparkSession session = SparkSession.builder().appName("stockade-fleet").getOrCreate();
    // Times of the lake are UTC; a day is a text and no date.
    session.conf().set("spark.sql.session.timeZone", "UTC");
    session.conf().set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
    session.conf().set("spark.sql.datetime.java8API.enabled", "true");
    session.conf().set("spark.sql.parquet.compression.codec", "zstd");
    return session;
  }
}
