/**
 * Tables of hooks to bytecode. Works on the bytes it is given: loads no class of the host, opens
 * nothing, knows no policy.
 */
package dev.stockade.weave;
