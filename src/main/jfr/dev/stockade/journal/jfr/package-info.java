/**
 * What happens as events of the JDK's Flight Recorder. Loaded with the option {@code jfr} alone, by
 * name, as it needs the module {@code jdk.jfr}.
 */
package dev.stockade.journal.jfr;
