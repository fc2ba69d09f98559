/** Bouncy Castle's JSSE, also its FIPS edition. */
package dev.stockade.library.bouncycastle;
