/** Jetty's HTTP client. */
package dev.stockade.library.jetty;
