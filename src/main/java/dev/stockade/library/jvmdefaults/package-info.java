/** Watches the code that changes the TLS defaults of the whole JVM. */
package dev.stockade.library.jvmdefaults;
