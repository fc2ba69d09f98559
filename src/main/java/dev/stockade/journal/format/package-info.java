/**
 * Records in the forms of other products: OCSF, ECS and EMF. Each maps the fields that have a place
 * there by a table, which reads them back too; all others ride along under their own names. Nothing
 * here is loaded before a journal or an export wants another form than Stockade's own.
 */
package dev.stockade.journal.format;
