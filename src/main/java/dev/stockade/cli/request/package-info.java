/**
 * Reads requests as people paste them: raw HTTP, what tools print, logs, exports. Every file is
 * input from outside: bounded, and refused with one sentence. Never loaded in a host.
 */
package dev.stockade.cli.request;
