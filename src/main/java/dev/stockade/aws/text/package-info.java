/** Text, bytes, hashes and tables without garbage. Knows no AWS words. */
package dev.stockade.aws.text;
