/** The commands that explain endpoints and signatures. */
package dev.stockade.cli.aws;
