-- title: Our calls in CloudTrail, and whether both sides saw the same TLS and access key
-- columns: service, aws_service, aws_region, tls_version, tls_cipher, tls_key_exchange, key_kind, calls, key_differs, version_agrees, version_differs, cipher_agrees, cipher_differs, group_agrees, group_differs, several_ways, not_comparable
WITH ours AS (
  SELECT service, instance, coalesce(process, CAST(pid AS VARCHAR(20))) AS life, aws_service, aws_region, aws_access_key, aws_request_id, http_host, ts
  FROM answers WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'aws.answer' AND aws_request_id IS NOT NULL),
theirs AS (
  SELECT event_id, request_id, tls_version, tls_cipher, upper(tls_key_exchange) AS tls_key_exchange, key_kind, access_key
  FROM cloudtrail WHERE day BETWEEN '${from}' AND '${to}' AND request_id IS NOT NULL),
ways AS (
  SELECT service, instance, coalesce(process, CAST(pid AS VARCHAR(20))) AS life, peer_host, tls_version, tls_cipher, upper(tls_group) AS tls_group, min(first_ts) AS since
  FROM connections WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'tls.handshake' AND direction = 'out' AND peer_host LIKE '%.amazonaws.%'
  GROUP BY service, instance, coalesce(process, CAST(pid AS VARCHAR(20))), peer_host, tls_version, tls_cipher, upper(tls_group)),
met AS (
  SELECT o.service, o.aws_service, o.aws_region, o.aws_request_id, t.event_id, t.tls_version, t.tls_cipher, t.tls_key_exchange, t.key_kind,
         CASE WHEN substr(t.access_key, length(t.access_key) - 3, 4) <> substr(o.aws_access_key, length(o.aws_access_key) - 3, 4) THEN 1 ELSE 0 END AS key_differs,
         count(w.peer_host) AS ways,
         max(CASE WHEN w.tls_version = t.tls_version THEN 1 ELSE 0 END) AS same_version,
         max(CASE WHEN w.tls_cipher = t.tls_cipher THEN 1 ELSE 0 END) AS same_cipher,
         max(CASE WHEN w.tls_group = t.tls_key_exchange THEN 1 ELSE 0 END) AS same_group,
         count(w.tls_group) AS known_groups
  FROM ours o
  JOIN theirs t ON t.request_id = o.aws_request_id
  LEFT JOIN ways w ON w.service = o.service AND w.instance = o.instance AND w.life = o.life AND w.peer_host = o.http_host AND w.since <= o.ts
  GROUP BY o.service, o.aws_service, o.aws_region, o.aws_request_id, t.event_id, t.tls_version, t.tls_cipher, t.tls_key_exchange, t.key_kind,
           CASE WHEN substr(t.access_key, length(t.access_key) - 3, 4) <> substr(o.aws_access_key, length(o.aws_access_key) - 3, 4) THEN 1 ELSE 0 END)
SELECT service, aws_service, aws_region, tls_version, tls_cipher, tls_key_exchange, key_kind, count(*) AS calls,
       CAST(sum(key_differs) AS BIGINT) AS key_differs,
       CAST(sum(CASE WHEN ways > 0 AND tls_version IS NOT NULL THEN same_version ELSE 0 END) AS BIGINT) AS version_agrees,
       CAST(sum(CASE WHEN ways > 0 AND tls_version IS NOT NULL THEN 1 - same_version ELSE 0 END) AS BIGINT) AS version_differs,
       CAST(sum(CASE WHEN ways > 0 AND tls_cipher IS NOT NULL THEN same_cipher ELSE 0 END) AS BIGINT) AS cipher_agrees,
       CAST(sum(CASE WHEN ways > 0 AND tls_cipher IS NOT NULL THEN 1 - same_cipher ELSE 0 END) AS BIGINT) AS cipher_differs,
       CAST(sum(CASE WHEN known_groups > 0 AND tls_key_exchange IS NOT NULL THEN same_group ELSE 0 END) AS BIGINT) AS group_agrees,
       CAST(sum(CASE WHEN known_groups > 0 AND tls_key_exchange IS NOT NULL THEN 1 - same_group ELSE 0 END) AS BIGINT) AS group_differs,
       CAST(sum(CASE WHEN ways > 1 THEN 1 ELSE 0 END) AS BIGINT) AS several_ways,
       CAST(sum(CASE WHEN ways = 0 OR tls_version IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS not_comparable
FROM met
GROUP BY service, aws_service, aws_region, tls_version, tls_cipher, tls_key_exchange, key_kind
ORDER BY service, aws_service NULLS LAST, aws_region NULLS LAST, tls_version NULLS LAST, tls_cipher NULLS LAST,
         tls_key_exchange NULLS LAST, key_kind NULLS LAST
