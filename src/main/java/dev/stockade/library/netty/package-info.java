/** Netty's TLS engine on OpenSSL and its HTTP codecs. */
package dev.stockade.library.netty;
