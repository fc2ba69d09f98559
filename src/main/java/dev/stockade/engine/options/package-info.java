/**
 * The operator's options, from the agent argument, system properties, the environment and the
 * policy file. Knows nothing of what runs.
 */
package dev.stockade.engine.options;
