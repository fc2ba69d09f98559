/** The agent in running JVMs: attached, attached again, asked, and taken out. */
package dev.stockade.e2e.attach;
