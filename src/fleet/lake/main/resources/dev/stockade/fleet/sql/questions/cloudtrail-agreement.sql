-- title: Our calls in CloudTrail, and where the two disagree
-- columns: service, aws_service, aws_region, tls_version, tls_cipher, tls_key_exchange, key_kind, requests, key_differs, version_differs
WITH ours AS (
  SELECT DISTINCT service, instance, pid, aws_service, aws_region, aws_access_key, aws_request_id, coalesce(peer_host, http_host) AS host
  FROM answers WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'aws.answer' AND aws_request_id IS NOT NULL),
spoken AS (
  SELECT DISTINCT service, instance, pid, peer_host, tls_version
  FROM connections WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'tls.handshake' AND direction = 'out'),
met AS (
  SELECT DISTINCT service, instance, pid, peer_host FROM spoken)
SELECT a.service, a.aws_service, a.aws_region, c.tls_version, c.tls_cipher, c.tls_key_exchange, c.key_kind, count(*) AS requests,
       CAST(sum(CASE WHEN substr(c.access_key, length(c.access_key) - 3, 4) <> a.aws_access_key THEN 1 ELSE 0 END) AS BIGINT) AS key_differs,
       CAST(sum(CASE WHEN c.tls_version IS NOT NULL AND m.peer_host IS NOT NULL AND h.tls_version IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS version_differs
FROM ours a
JOIN cloudtrail c ON c.request_id = a.aws_request_id
LEFT JOIN met m ON m.service = a.service AND m.instance = a.instance AND m.pid = a.pid AND m.peer_host = a.host
LEFT JOIN spoken h ON h.service = a.service AND h.instance = a.instance AND h.pid = a.pid AND h.peer_host = a.host AND h.tls_version = c.tls_version
WHERE c.day BETWEEN '${from}' AND '${to}'
GROUP BY a.service, a.aws_service, a.aws_region, c.tls_version, c.tls_cipher, c.tls_key_exchange, c.key_kind
ORDER BY a.service, a.aws_service NULLS LAST, a.aws_region NULLS LAST, c.tls_version NULLS LAST, c.tls_cipher NULLS LAST,
         c.tls_key_exchange NULLS LAST, c.key_kind NULLS LAST
