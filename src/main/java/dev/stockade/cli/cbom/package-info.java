/** What cryptography a service really used, as a CycloneDX bill of materials. */
package dev.stockade.cli.cbom;
