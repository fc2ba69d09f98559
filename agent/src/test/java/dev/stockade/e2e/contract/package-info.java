/**
 * What others build upon, seen from outside and compared with files in {@code
 * src/test/resources/contract}. Nothing of the agent may be known here by a name that is not part
 * of it.
 */
package dev.stockade.e2e.contract;
