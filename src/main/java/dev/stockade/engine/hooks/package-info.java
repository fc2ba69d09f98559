/**
 * Puts hooks into classes and takes them out again, and keeps what goes wrong in them from the
 * host. Knows the errors of its own, and not what a hook means.
 */
package dev.stockade.engine.hooks;
