-- title: Our calls that CloudTrail lacks
-- columns: service, aws_service, aws_region, aws_operation, calls, first_seen, last_seen
SELECT a.service, a.aws_service, a.aws_region, a.aws_operation, count(*) AS calls, min(a.ts) AS first_seen, max(a.ts) AS last_seen
FROM answers a
WHERE a.day BETWEEN '${from}' AND '${to}' AND a.kind = 'aws.answer' AND a.aws_request_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM cloudtrail c WHERE c.request_id = a.aws_request_id)
GROUP BY a.service, a.aws_service, a.aws_region, a.aws_operation
ORDER BY calls DESC, a.service, a.aws_service NULLS LAST, a.aws_region NULLS LAST, a.aws_operation NULLS LAST
