/** Judges a handshake against what a profile asks of TLS. Pure functions over facts. */
package dev.stockade.policy.tls;
