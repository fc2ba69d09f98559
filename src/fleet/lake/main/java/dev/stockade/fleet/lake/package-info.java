/** What the lake is: its tables, columns and folders. Knows no query engine. */
package dev.stockade.fleet.lake;
