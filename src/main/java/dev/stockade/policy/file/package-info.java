/**
 * The policy file: YAML to a {@link dev.stockade.policy.Policy}, with a sentence and a line for
 * each mistake. Loaded only when a policy file is set, and by commands.
 */
package dev.stockade.policy.file;
