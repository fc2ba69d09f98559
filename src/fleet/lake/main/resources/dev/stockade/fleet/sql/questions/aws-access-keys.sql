-- title: Access keys and the services that use them
-- columns: aws_access_key, aws_credential, services, instances, aws_services, requests, first_seen, last_seen
SELECT aws_access_key, aws_credential, count(DISTINCT service) AS services, count(DISTINCT instance) AS instances,
       count(DISTINCT aws_service) AS aws_services, CAST(sum(n) AS BIGINT) AS requests, min(first_ts) AS first_seen, max(last_ts) AS last_seen
FROM aws_requests WHERE day BETWEEN '${from}' AND '${to}' AND aws_access_key IS NOT NULL
GROUP BY aws_access_key, aws_credential
ORDER BY services DESC, requests DESC, aws_access_key, aws_credential NULLS LAST
