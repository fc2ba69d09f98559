-- title: Requests to AWS
-- columns: aws_service, aws_region, aws_credential, aws_signature, action, requests, services
SELECT aws_service, aws_region, aws_credential, aws_signature, action, CAST(sum(n) AS BIGINT) AS requests, count(DISTINCT service) AS services
FROM aws_requests WHERE day BETWEEN '${from}' AND '${to}'
GROUP BY aws_service, aws_region, aws_credential, aws_signature, action
ORDER BY requests DESC, aws_service NULLS LAST, aws_region NULLS LAST, aws_credential NULLS LAST, aws_signature NULLS LAST, action NULLS LAST
