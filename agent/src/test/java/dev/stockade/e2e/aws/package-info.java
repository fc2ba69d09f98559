/** A server that poses as AWS, and what is said of the requests that the SDKs send to it. */
package dev.stockade.e2e.aws;
