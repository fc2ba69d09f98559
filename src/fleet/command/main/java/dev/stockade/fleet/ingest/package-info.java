/** Journals into the lake, each line once; and the lake's files kept few and checked. */
package dev.stockade.fleet.ingest;
