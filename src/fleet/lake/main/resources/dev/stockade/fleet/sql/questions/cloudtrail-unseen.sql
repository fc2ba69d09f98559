-- title: Calls in CloudTrail that no agent saw
-- columns: event_source, event_name, aws_region, principal_arn, key_kind, access_key, known_principal, calls, first_seen, last_seen
WITH ids AS (
  SELECT DISTINCT aws_request_id FROM answers WHERE day BETWEEN '${from}' AND '${to}' AND aws_request_id IS NOT NULL),
ours AS (
  SELECT DISTINCT c.principal_arn FROM cloudtrail c JOIN ids i ON i.aws_request_id = c.request_id
  WHERE c.day BETWEEN '${from}' AND '${to}')
SELECT c.event_source, c.event_name, c.aws_region, c.principal_arn, c.key_kind, c.access_key,
       CASE WHEN p.principal_arn IS NULL THEN 'no' ELSE 'yes' END AS known_principal,
       count(*) AS calls, min(c.ts) AS first_seen, max(c.ts) AS last_seen
FROM cloudtrail c
LEFT JOIN ids i ON i.aws_request_id = c.request_id
LEFT JOIN ours p ON p.principal_arn = c.principal_arn
WHERE c.day BETWEEN '${from}' AND '${to}' AND i.aws_request_id IS NULL
GROUP BY c.event_source, c.event_name, c.aws_region, c.principal_arn, c.key_kind, c.access_key,
         CASE WHEN p.principal_arn IS NULL THEN 'no' ELSE 'yes' END
ORDER BY known_principal DESC, calls DESC, c.event_source NULLS LAST, c.event_name NULLS LAST, c.aws_region NULLS LAST,
         c.principal_arn NULLS LAST, c.key_kind NULLS LAST, c.access_key NULLS LAST
