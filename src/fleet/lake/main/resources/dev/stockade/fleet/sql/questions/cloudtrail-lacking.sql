-- title: Our calls that CloudTrail lacks, and why that may be
-- columns: service, aws_service, aws_region, aws_operation, why, calls, first_seen, last_seen
WITH ours AS (
  SELECT service, aws_service, aws_region, aws_operation, aws_request_id, ts
  FROM answers WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'aws.answer' AND aws_request_id IS NOT NULL),
ids AS (
  SELECT DISTINCT request_id FROM cloudtrail WHERE request_id IS NOT NULL),
newest AS (
  SELECT aws_region, max(ts) AS until FROM cloudtrail GROUP BY aws_region),
logged AS (
  SELECT DISTINCT o.service, o.aws_service, o.aws_region, o.aws_operation FROM ours o JOIN ids i ON i.request_id = o.aws_request_id),
lacking AS (
  SELECT o.service, o.aws_service, o.aws_region, o.aws_operation, o.ts,
         CASE WHEN n.until IS NULL THEN 'no trail of this region' WHEN o.ts > n.until THEN 'not delivered yet'
              WHEN l.service IS NULL THEN 'none of this operation: data events off, or excluded' ELSE 'not known' END AS why
  FROM ours o
  LEFT JOIN ids i ON i.request_id = o.aws_request_id
  LEFT JOIN newest n ON n.aws_region = o.aws_region
  LEFT JOIN logged l ON l.service = o.service AND l.aws_service = o.aws_service AND l.aws_region = o.aws_region AND l.aws_operation = o.aws_operation
  WHERE i.request_id IS NULL)
SELECT service, aws_service, aws_region, aws_operation, why, count(*) AS calls, min(ts) AS first_seen, max(ts) AS last_seen
FROM lacking
GROUP BY service, aws_service, aws_region, aws_operation, why
ORDER BY calls DESC, service, aws_service NULLS LAST, aws_region NULLS LAST, aws_operation NULLS LAST, why
