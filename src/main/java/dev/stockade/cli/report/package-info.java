/**
 * From records to a decision: {@code report} and {@code check}. One pass gathers what a report
 * says, the forms below only write it; nothing here judges by itself.
 */
package dev.stockade.cli.report;
