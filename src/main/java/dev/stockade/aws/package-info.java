/**
 * AWS requests: which host is whose endpoint, what a signature says and whether it is right. Pure
 * functions over a request's head; knows neither HTTP clients nor instrumentation.
 */
package dev.stockade.aws;
