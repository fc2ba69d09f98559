package dev.stockade.fleet.simulation;

/**
 * One life of a JVM.
 *
 * @param id what records have as {@code process}
 * @param start milliseconds since the epoch
 * @param records how many it writes at most
 */
record Life(
    SimulatedService service,
    String instance,
    long pid,
    long id,
    String ip,
    Build build,
    long start,
    long end,
    long records) {}
