/** JSSE providers that no other room knows. */
package dev.stockade.library.provider;
