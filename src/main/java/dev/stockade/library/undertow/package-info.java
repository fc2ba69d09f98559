/** Undertow's HTTP client. */
package dev.stockade.library.undertow;
