/**
 * Enforces for a sticky share and takes a rule back where it does harm. Knows neither connections
 * nor requests, only units and outcomes.
 */
package dev.stockade.policy.canary;
