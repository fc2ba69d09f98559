/**
 * Reconstructs what a signer with an error of its own may have signed: strings only, compared with
 * the signature that is there. Never loaded in a host.
 */
package dev.stockade.cli.sigv4;
