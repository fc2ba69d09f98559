/** The AWS Common Runtime: native TLS and its HTTP client. */
package dev.stockade.library.awscrt;
