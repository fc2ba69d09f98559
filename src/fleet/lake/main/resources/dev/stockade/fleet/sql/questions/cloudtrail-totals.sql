-- title: How much of our calls and of CloudTrail's log has met
-- columns: what, calls
WITH ours AS (
  SELECT DISTINCT aws_request_id FROM answers WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'aws.answer' AND aws_request_id IS NOT NULL),
theirs AS (
  SELECT request_id, event_id FROM cloudtrail WHERE day BETWEEN '${from}' AND '${to}')
SELECT 'our calls with a request id' AS what, count(*) AS calls FROM ours
UNION ALL SELECT 'our calls that CloudTrail has', count(DISTINCT o.aws_request_id) FROM ours o JOIN theirs t ON t.request_id = o.aws_request_id
UNION ALL SELECT 'events of CloudTrail', count(*) FROM theirs
UNION ALL SELECT 'events that are our calls', count(*) FROM theirs t JOIN ours o ON o.aws_request_id = t.request_id
ORDER BY what
