/** Grizzly's HTTP client, which AsyncHttpClient 1.9 and Jersey's connector can send with. */
package dev.stockade.library.grizzly;
