-- title: Calls of our principals in CloudTrail that no agent saw
-- columns: principal, source_ip, event_source, event_name, aws_region, key_kind, access_key, why, calls, first_seen, last_seen
WITH ids AS (
  SELECT DISTINCT aws_request_id FROM answers WHERE aws_request_id IS NOT NULL),
keys AS (
  SELECT DISTINCT day, substr(aws_access_key, length(aws_access_key) - 3, 4) AS last_four, http_host FROM aws_requests
  WHERE day BETWEEN '${from}' AND '${to}' AND aws_access_key IS NOT NULL),
days AS (
  SELECT DISTINCT day, last_four FROM keys),
events AS (
  SELECT c.day, c.ts, c.request_id, c.event_source, c.event_name, c.aws_region, c.key_kind, c.access_key, c.source_ip, c.client_host,
         substr(c.access_key, length(c.access_key) - 3, 4) AS last_four,
         CASE WHEN c.principal_type = 'AssumedRole' AND c.principal_arn IS NOT NULL THEN concat(split_part(c.principal_arn, '/', 1), '/', split_part(c.principal_arn, '/', 2)) ELSE c.principal_arn END AS principal
  FROM cloudtrail c WHERE c.day BETWEEN '${from}' AND '${to}'),
principals AS (
  SELECT DISTINCT e.principal FROM events e JOIN ids i ON i.aws_request_id = e.request_id WHERE e.principal IS NOT NULL),
unseen AS (
  SELECT e.ts, e.principal, e.source_ip, e.event_source, e.event_name, e.aws_region, e.key_kind, e.access_key,
         CASE WHEN k.last_four IS NOT NULL OR (e.client_host IS NULL AND d.last_four IS NOT NULL) THEN 'an agent saw such a key: its answers have no ids' ELSE 'no agent saw such a key' END AS why,
         p.principal AS known
  FROM events e
  LEFT JOIN ids i ON i.aws_request_id = e.request_id
  LEFT JOIN principals p ON p.principal = e.principal
  LEFT JOIN keys k ON k.day = e.day AND k.last_four = e.last_four AND k.http_host = e.client_host
  LEFT JOIN days d ON d.day = e.day AND d.last_four = e.last_four
  WHERE i.aws_request_id IS NULL)
SELECT principal, source_ip, event_source, event_name, aws_region, key_kind, access_key, why, count(*) AS calls, min(ts) AS first_seen, max(ts) AS last_seen
FROM unseen
WHERE known IS NOT NULL OR why <> 'no agent saw such a key'
GROUP BY principal, source_ip, event_source, event_name, aws_region, key_kind, access_key, why
ORDER BY why DESC, calls DESC, principal NULLS LAST, source_ip NULLS LAST, event_source NULLS LAST, event_name NULLS LAST,
         aws_region NULLS LAST, key_kind NULLS LAST, access_key NULLS LAST
