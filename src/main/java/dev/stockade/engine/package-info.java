/**
 * Install, run and leave: {@link dev.stockade.engine.Engine} shows these steps from top to bottom.
 * The only room that knows all others, and none of them knows it.
 */
package dev.stockade.engine;
