-- title: Weak destinations by service and owner
-- columns: service, owner, peer_host, peer_port, direction, tls_version, tls_cipher, rule, action, connections, records, instances, first_seen, last_seen
SELECT c.service, coalesce(o.owner, '-') AS owner, c.peer_host, c.peer_port, c.direction, c.tls_version, c.tls_cipher, c.rule, c.action,
       CAST(sum(c.n) AS BIGINT) AS connections, count(*) AS records, count(DISTINCT c.instance) AS instances,
       min(c.first_ts) AS first_seen, max(c.last_ts) AS last_seen
FROM connections c LEFT JOIN services o ON o.service = c.service
WHERE c.day BETWEEN '${from}' AND '${to}' AND c.verdict = 'violation'
GROUP BY c.service, coalesce(o.owner, '-'), c.peer_host, c.peer_port, c.direction, c.tls_version, c.tls_cipher, c.rule, c.action
ORDER BY connections DESC, c.service, c.peer_host NULLS LAST, c.peer_port NULLS LAST, c.direction NULLS LAST, c.tls_version NULLS LAST,
         c.tls_cipher NULLS LAST, c.rule NULLS LAST, c.action NULLS LAST
