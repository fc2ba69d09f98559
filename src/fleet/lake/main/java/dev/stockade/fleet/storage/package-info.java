/**
 * A folder or a bucket behind one interface: files that are listed in order, read from any place
 * and written whole. Knows nothing of what is in them.
 */
package dev.stockade.fleet.storage;
