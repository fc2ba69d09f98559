package dev.stockade.fleet.report;

import dev.stockade.cli.report.Advice;

/**
 * What is to be said of one service.
 *
 * @param refusals handshakes and requests that were refused, or would be
 * @param days see {@link dev.stockade.cli.journal.Seen#days()}
 */
record ServiceAnswer(
    String service,
    Advice advice,
    long handshakes,
    long requests,
    long refusals,
    int processes,
    double days) {}
