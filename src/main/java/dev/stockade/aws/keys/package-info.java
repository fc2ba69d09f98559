/**
 * The signing keys and canonical requests that this process was seen to use. Never a secret, never
 * a value of a request.
 */
package dev.stockade.aws.keys;
