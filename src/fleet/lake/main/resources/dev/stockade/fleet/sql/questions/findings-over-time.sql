-- title: Findings that are new, gone or still there
-- columns: rule, service, peer_host, peer_port, action, first_seen, last_seen, n, state
SELECT rule, service, peer_host, peer_port, action, min(first_ts) AS first_seen, max(last_ts) AS last_seen, CAST(sum(n) AS BIGINT) AS n,
       CASE WHEN max(day) < '${quiet}' THEN 'gone' WHEN min(day) >= '${quiet}' THEN 'new' ELSE 'still' END AS state
FROM findings WHERE day BETWEEN '${from}' AND '${to}'
GROUP BY rule, service, peer_host, peer_port, action
ORDER BY rule NULLS LAST, service NULLS LAST, peer_host NULLS LAST, peer_port NULLS LAST, action NULLS LAST
