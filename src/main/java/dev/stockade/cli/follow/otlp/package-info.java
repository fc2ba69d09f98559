/** Records and counters on their way to an OpenTelemetry collector (OTLP/HTTP, JSON). */
package dev.stockade.cli.follow.otlp;
