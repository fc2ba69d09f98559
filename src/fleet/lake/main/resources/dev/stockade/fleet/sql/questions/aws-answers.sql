-- title: What AWS answered
-- columns: aws_service, aws_answer, http_status, aws_error_code, verdict, services, answers
SELECT aws_service, aws_answer, http_status, aws_error_code, verdict, count(DISTINCT service) AS services, CAST(sum(coalesce(n, 1)) AS BIGINT) AS answers
FROM answers WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'aws.answer'
GROUP BY aws_service, aws_answer, http_status, aws_error_code, verdict
ORDER BY answers DESC, aws_service NULLS LAST, aws_answer NULLS LAST, http_status NULLS LAST, aws_error_code NULLS LAST, verdict NULLS LAST
