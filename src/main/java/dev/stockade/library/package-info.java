/** The libraries that are hooked, one room each; here is what has no room of its own. */
package dev.stockade.library;
