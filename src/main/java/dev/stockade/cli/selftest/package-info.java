/** Proves on this JDK that the agent sees and enforces. */
package dev.stockade.cli.selftest;
