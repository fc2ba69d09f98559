/** What the JVM around the agent notices: nothing, at a stated cost, wherever it runs. */
package dev.stockade.e2e.host;
