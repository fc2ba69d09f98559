/**
 * The basics that every room may use: strings, times, names of this process, files that others
 * cannot read. Knows nothing of ours.
 */
package dev.stockade.base;
