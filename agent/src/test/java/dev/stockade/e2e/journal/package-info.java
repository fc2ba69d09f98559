/** The journal of services: chained, shared by several, and stuck. */
package dev.stockade.e2e.journal;
