/** A side process that hands on what journals get: to Prometheus, OpenTelemetry, files, a pipe. */
package dev.stockade.cli.follow;
