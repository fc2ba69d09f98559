/**
 * Decides what is allowed: profiles, rules and the pure functions that turn facts into verdicts.
 * Nothing here knows instrumentation, JSSE internals, files or the time. Only the canary remembers
 * anything: in its ledger, which many threads may use.
 */
package dev.stockade.policy;
