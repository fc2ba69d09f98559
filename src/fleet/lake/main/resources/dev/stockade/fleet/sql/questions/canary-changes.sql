-- title: Rules that the canary took back
-- columns: ts, service, instance, pid, rule, peer_host, peer_port, reason
SELECT ts, service, instance, pid, rule, peer_host, peer_port, reason
FROM events WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'canary.change'
ORDER BY ts, service, instance, pid, seq, line_hash
