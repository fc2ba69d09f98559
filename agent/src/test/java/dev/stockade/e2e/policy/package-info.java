/** Policy files, exceptions and the canary, in programs that run. */
package dev.stockade.e2e.policy;
