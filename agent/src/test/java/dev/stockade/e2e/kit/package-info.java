/**
 * Child JVMs, JDKs, servers and what they leave: what every end-to-end test stands on. No test of
 * the agent lives here, and nothing of the other rooms may come in.
 */
package dev.stockade.e2e.kit;
