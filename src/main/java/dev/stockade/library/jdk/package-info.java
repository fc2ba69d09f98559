/** The JDK's own TLS and its HTTP clients. */
package dev.stockade.library.jdk;
