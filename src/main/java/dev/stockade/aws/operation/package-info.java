/** Which operation a request calls, and which of them AWS answers without a signature. */
package dev.stockade.aws.operation;
