/**
 * Recomputes and compares signatures: its door is {@code SignatureVerifier}. Never throws for a
 * request.
 */
package dev.stockade.aws.sigv4;
