/**
 * The one class that woven code calls. It may know nothing but {@code java.lang} and {@code
 * java.util.function}: it is defined in {@code java.lang} of the host.
 */
package dev.stockade.gate;
