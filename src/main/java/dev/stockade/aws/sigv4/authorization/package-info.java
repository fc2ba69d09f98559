/** What a request says of its own signature: header, query, date, scope. */
package dev.stockade.aws.sigv4.authorization;
