/** Ktor's client over its own engine, CIO, which has a TLS of its own. */
package dev.stockade.library.ktor;
