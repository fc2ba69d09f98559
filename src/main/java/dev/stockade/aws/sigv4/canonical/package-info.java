/** The canonical forms that a request may have been signed in. */
package dev.stockade.aws.sigv4.canonical;
