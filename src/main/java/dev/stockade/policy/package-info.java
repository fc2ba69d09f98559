/**
 * What is allowed: profiles, rules and the pure functions that turn facts into verdicts. Nothing
 * here knows instrumentation, JSSE internals, files or threads.
 */
package dev.stockade.policy;
