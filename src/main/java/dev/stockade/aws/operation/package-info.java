/** Finds the operation that a request calls, and whether AWS answers it without a signature. */
package dev.stockade.aws.operation;
