/**
 * One file for each HTTP client: where its final request is seen, and how it is told that a request
 * is refused. What is judged is for {@code dev.stockade.aws} and the policy.
 */
package dev.stockade.http;
