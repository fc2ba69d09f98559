package dev.stockade.fleet.lake;

/**
 * A column of a table of the lake.
 *
 * @param name snake_case, and no word of SQL's
 * @param member path of the record's member that it holds, as in {@code peer.host}; null for a
 *     column that has none of its own
 */
public record Column(String name, ColumnType type, String member) {}
