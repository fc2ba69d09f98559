-- title: HTTP clients to AWS that no agent watches
-- columns: service, http_client, code_class, code_jar, aws_service, instances, answers
SELECT service, http_client, code_class, code_jar, aws_service, count(DISTINCT instance) AS instances, CAST(sum(coalesce(n, 1)) AS BIGINT) AS answers
FROM answers WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'aws.unseen'
GROUP BY service, http_client, code_class, code_jar, aws_service
ORDER BY answers DESC, service, http_client NULLS LAST, code_class NULLS LAST, code_jar NULLS LAST, aws_service NULLS LAST
