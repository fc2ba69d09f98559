/** Handshakes of every engine and provider, weak and strong, on both ends; and the ways around. */
package dev.stockade.e2e.tls;
