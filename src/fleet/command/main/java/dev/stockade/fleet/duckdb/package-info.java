/** DuckDB, as far as the lake needs it: connections, and the lake's tables as views. */
package dev.stockade.fleet.duckdb;
