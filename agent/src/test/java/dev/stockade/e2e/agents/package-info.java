/** Other agents in the same JVM, before ours and after. */
package dev.stockade.e2e.agents;
