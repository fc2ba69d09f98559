/** Minutes and hours under load, and peers that want to do harm. */
package dev.stockade.e2e.load;
