-- What AWS answered.
SELECT service, kind, aws_signature, aws_answer, aws_error_code, http_client,
       ${sums}
FROM answers GROUP BY ALL ORDER BY service
