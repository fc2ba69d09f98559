/** Jodd HTTP. */
package dev.stockade.library.jodd;
