/** HTTP clients in their versions: each request is seen once, and only what offends is refused. */
package dev.stockade.e2e.http;
