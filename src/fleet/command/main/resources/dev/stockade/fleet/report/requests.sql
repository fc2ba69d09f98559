-- Requests to AWS, likewise.
WITH judged AS (
  SELECT *, coalesce(verdict, 'pass') <> 'pass' OR action IN ('blocked', 'would-block') AS is_finding
  FROM requests WHERE kind IN ('aws.request', 'aws.blocked'))
SELECT service, day AS of_day, kind, verdict, action, rules, exception_id, aws_service, aws_region, aws_credential, aws_signature,
       http_client, CASE WHEN is_finding THEN http_host END AS http_host, CASE WHEN is_finding THEN code_class END AS code_class,
       min(CASE WHEN is_finding THEN reason END) AS reason, min(CASE WHEN is_finding THEN code_method END) AS code_method,
       min(CASE WHEN is_finding THEN code_jar END) AS code_jar,
       ${sums}
FROM judged GROUP BY ALL ORDER BY service, of_day
