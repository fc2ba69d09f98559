/** {@code sql}: questions and the user's own SQL over a lake, by DuckDB. */
package dev.stockade.fleet.query;
