/** Helidon 4's WebClient. */
package dev.stockade.library.helidon;
