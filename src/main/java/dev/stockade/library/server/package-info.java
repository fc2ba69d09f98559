/**
 * Servers and brokers that know the connection of their TLS engines: Tomcat, Kafka, Undertow, XNIO.
 */
package dev.stockade.library.server;
