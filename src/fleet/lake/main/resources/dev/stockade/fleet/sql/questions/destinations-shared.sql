-- title: Destinations that many services share
-- columns: peer_host, peer_port, services, instances, connections, lowest_version, violations, would_block, first_seen, last_seen
SELECT peer_host, peer_port, count(DISTINCT service) AS services, count(DISTINCT instance) AS instances,
       CAST(sum(n) AS BIGINT) AS connections, min(tls_version) AS lowest_version,
       CAST(sum(CASE WHEN verdict = 'violation' THEN n ELSE 0 END) AS BIGINT) AS violations,
       CAST(sum(CASE WHEN action IN ('would-block', 'blocked') THEN n ELSE 0 END) AS BIGINT) AS would_block,
       min(first_ts) AS first_seen, max(last_ts) AS last_seen
FROM connections
WHERE day BETWEEN '${from}' AND '${to}' AND direction = 'out' AND peer_host IS NOT NULL
GROUP BY peer_host, peer_port
HAVING count(DISTINCT service) >= ${services}
ORDER BY services DESC, peer_host, peer_port NULLS LAST
