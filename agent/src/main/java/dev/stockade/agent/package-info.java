/**
 * The shim: what the JVM starts, and the loader that keeps everything else from the host's class
 * path. Forever small and stable, because a JVM keeps the first shim it loaded through all
 * upgrades.
 */
package dev.stockade.agent;
