package dev.stockade.fleet.ship;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be shipped where.
 *
 * @param spoolBytes that may wait on the disk
 * @param everyMillis how long lines wait for others; 0 for what suits the destination
 * @param once whether to end when all that is there was sent
 */
record ShipWishes(
    List<String> words, String to, Path state, long spoolBytes, long everyMillis, boolean once) {}
