/**
 * An answer's rows as text, CSV or JSON, whichever engine they come from. All that the rows hold
 * may have been chosen by a stranger.
 */
package dev.stockade.fleet.answer;
