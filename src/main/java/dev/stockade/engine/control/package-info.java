/**
 * The operator's control of a running engine, by command or by file, and its answers. A start
 * without files loads of it only the {@link dev.stockade.engine.control.Announcement}.
 */
package dev.stockade.engine.control;
