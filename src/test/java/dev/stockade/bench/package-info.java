/**
 * Benchmarks that are run by hand: {@link dev.stockade.bench.Paired} for whole processes, {@link
 * dev.stockade.bench.Microbenchmarks} for single steps. What {@code Paired} needs is of the JDK and
 * of this package, or the folder of the test classes would not do as its class path.
 */
package dev.stockade.bench;
