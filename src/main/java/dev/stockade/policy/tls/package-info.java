/** What a profile asks of TLS, and how a handshake stands against it. Pure functions over facts. */
package dev.stockade.policy.tls;
