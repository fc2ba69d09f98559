-- title: TLS version, suite and group day by day
-- columns: day, tls_version, tls_cipher, tls_group, connections
SELECT day, tls_version, tls_cipher, coalesce(tls_group, '-') AS tls_group, CAST(sum(n) AS BIGINT) AS connections
FROM connections WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'tls.handshake'
GROUP BY day, tls_version, tls_cipher, coalesce(tls_group, '-')
ORDER BY day, connections DESC, tls_version NULLS LAST, tls_cipher NULLS LAST, tls_group
