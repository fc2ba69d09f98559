-- Handshakes that differ in nothing that a report tells apart. Where each went is told of findings alone.
WITH judged AS (
  SELECT *, coalesce(verdict, 'pass') <> 'pass' OR action IN ('blocked', 'would-block', 'failed-after-narrowing') AS is_finding,
         coalesce(direction, 'out') = 'in' AS is_inbound
  FROM handshakes WHERE kind IN ('tls.handshake', 'tls.failed', 'tls.blocked'))
SELECT service, day AS of_day, kind, verdict, action, exception_id, tls_version, tls_cipher, tls_group, tls_engine,
       CASE WHEN is_finding THEN rules END AS rules, CASE WHEN is_finding THEN direction END AS direction,
       CASE WHEN is_finding AND NOT is_inbound THEN peer_host END AS peer_host,
       CASE WHEN is_finding AND NOT is_inbound THEN peer_port END AS peer_port,
       CASE WHEN is_finding AND NOT is_inbound AND peer_host IS NULL THEN peer_ip END AS of_ip,
       CASE WHEN is_finding THEN code_class END AS code_class,
       min(CASE WHEN is_finding THEN peer_ip END) AS peer_ip, min(CASE WHEN is_finding THEN reason END) AS reason,
       min(CASE WHEN is_finding THEN code_method END) AS code_method, min(CASE WHEN is_finding THEN code_jar END) AS code_jar,
       min(CASE WHEN is_finding THEN tls_provider END) AS tls_provider,
       ${sums}
FROM judged GROUP BY ALL ORDER BY service, of_day
