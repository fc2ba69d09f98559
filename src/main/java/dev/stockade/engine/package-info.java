/**
 * Install, run and leave: {@link dev.stockade.engine.Engine} tells the story from top to bottom.
 * The only room that knows all others, and none of them knows it.
 */
package dev.stockade.engine;
