/**
 * The clauses of standards that a finding touches. A table for commands and reports; never loaded
 * in a host.
 */
package dev.stockade.policy.clause;
