/**
 * The health of Stockade itself: errors of its own, its threads, its lines on stderr. Knows journal
 * and policy alone.
 */
package dev.stockade.engine.health;
