/** Application servers and other big programs, as their projects ship them. */
package dev.stockade.e2e.server;
