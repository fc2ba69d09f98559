-- title: Groups in use
-- columns: tls_group, tls_version, services, instances, connections, post_quantum
SELECT coalesce(tls_group, '-') AS tls_group, tls_version, count(DISTINCT service) AS services, count(DISTINCT instance) AS instances,
       CAST(sum(n) AS BIGINT) AS connections,
       CASE WHEN upper(coalesce(tls_group, '-')) LIKE '%MLKEM%' THEN 'yes' ELSE 'no' END AS post_quantum
FROM connections WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'tls.handshake'
GROUP BY coalesce(tls_group, '-'), tls_version, CASE WHEN upper(coalesce(tls_group, '-')) LIKE '%MLKEM%' THEN 'yes' ELSE 'no' END
ORDER BY connections DESC, tls_group, tls_version NULLS LAST
