/** Commons HttpClient 3.1. */
package dev.stockade.library.commonshttp;
