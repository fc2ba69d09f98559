-- What each process saw, in all. Contexts of the AWS CRT are no connections.
WITH seen AS (
  SELECT service, instance, pid, process, mode, n, first_ts, last_ts FROM handshakes
  WHERE kind IN ('tls.handshake', 'tls.failed', 'tls.blocked') AND coalesce(tls_engine, '-') <> 'TlsContext'
  UNION ALL SELECT service, instance, pid, process, mode, n, first_ts, last_ts FROM requests
  WHERE kind IN ('aws.request', 'aws.blocked'))
SELECT service, instance, pid, process, 'tls.handshake' AS kind, max(mode) AS mode,
       ${sums}
FROM seen GROUP BY ALL ORDER BY service
