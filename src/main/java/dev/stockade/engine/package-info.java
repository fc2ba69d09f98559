/**
 * Install, run and leave: {@link dev.stockade.engine.Engine} tells the story from top to bottom.
 * The only package that knows all others.
 */
package dev.stockade.engine;
