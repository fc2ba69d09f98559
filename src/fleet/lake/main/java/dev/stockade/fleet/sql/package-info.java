/**
 * What is asked of the lake: views and questions, one SQL text for DuckDB, Spark, Trino and Athena,
 * and each engine's words for the tables. Runs nothing: no engine comes in here.
 */
package dev.stockade.fleet.sql;
