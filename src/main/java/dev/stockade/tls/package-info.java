/**
 * Where TLS is seen: one file for each engine family, the facts of a handshake, and what becomes of
 * them. Reads engines' internals, decides nothing that {@code policy} can decide.
 */
package dev.stockade.tls;
