-- title: Requests to AWS with long-term keys
-- columns: service, owner, aws_access_key, aws_service, requests, first_seen, last_seen
SELECT r.service, coalesce(o.owner, '-') AS owner, r.aws_access_key, r.aws_service, CAST(sum(r.n) AS BIGINT) AS requests,
       min(r.first_ts) AS first_seen, max(r.last_ts) AS last_seen
FROM aws_requests r LEFT JOIN services o ON o.service = r.service
WHERE r.day BETWEEN '${from}' AND '${to}' AND r.aws_credential = 'static'
GROUP BY r.service, coalesce(o.owner, '-'), r.aws_access_key, r.aws_service
ORDER BY requests DESC, r.service, r.aws_access_key NULLS LAST, r.aws_service NULLS LAST
