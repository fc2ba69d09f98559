/**
 * The rows of hooks against the classes of every version of their libraries, without starting one.
 */
package dev.stockade.e2e.rows;
