package dev.stockade.fleet.simulation;

/**
 * A server that services connect to, and how strong the TLS is that it speaks.
 *
 * @param version {@code TLSv1.3} and so on
 * @param group null where there is no key exchange by a group
 * @param rule the rule that it offends; null for none
 * @param reason in words; null for none
 */
record Destination(
    String host,
    String ip,
    int port,
    String version,
    String cipher,
    String group,
    String rule,
    String reason,
    long certificate) {}
