/** Reads a request's statements about its own signature: header, query, date, scope. */
package dev.stockade.aws.sigv4.authorization;
