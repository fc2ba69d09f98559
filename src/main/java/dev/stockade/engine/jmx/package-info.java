/** The engine as JMX shows it; loaded with the option {@code jmx} alone. */
package dev.stockade.engine.jmx;
