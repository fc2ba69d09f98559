/**
 * Little programs as people write them: clients and servers of the JDK's TLS and of common
 * libraries. Nothing here may know of an agent; the end-to-end tests run each as a child JVM.
 */
package dev.stockade.apps;
