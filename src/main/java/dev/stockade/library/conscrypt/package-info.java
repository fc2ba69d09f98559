/** Conscrypt, which is BoringSSL behind JSSE. */
package dev.stockade.library.conscrypt;
