/** The signers of the AWS SDKs, of which keys and canonical requests are learnt. */
package dev.stockade.library.awssdk;
