/**
 * Looks from time to time whether something changed behind our back: hooks, the jar, the policy.
 * Changes nothing.
 */
package dev.stockade.engine.watch;
