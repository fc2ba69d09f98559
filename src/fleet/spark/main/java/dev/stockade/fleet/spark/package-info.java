/** The lake on Apache Spark: read, asked and written by the cluster's executors. */
package dev.stockade.fleet.spark;
