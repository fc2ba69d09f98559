/**
 * What is in no record, so that files tell it: who owns services, and which exceptions there are.
 */
package dev.stockade.fleet.dims;
