-- title: Share of TLS 1.3 connections with a post-quantum group
-- columns: day, service, connections, post_quantum, percent
SELECT day, service, CAST(sum(n) AS BIGINT) AS connections,
       CAST(sum(CASE WHEN upper(tls_group) LIKE '%MLKEM%' THEN n ELSE 0 END) AS BIGINT) AS post_quantum,
       CAST(100 * sum(CASE WHEN upper(tls_group) LIKE '%MLKEM%' THEN n ELSE 0 END) AS DOUBLE) / CAST(sum(n) AS DOUBLE) AS percent
FROM connections WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'tls.handshake' AND tls_version = 'TLSv1.3'
GROUP BY day, service ORDER BY day, service
