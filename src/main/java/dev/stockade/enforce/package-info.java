/**
 * The part that every library shares: a handshake or request is judged, recorded and perhaps
 * refused here. Knows no library's classes.
 */
package dev.stockade.enforce;
