/** The head of an outbound request as its client is about to write it, and what lies in it. */
package dev.stockade.aws.request;
