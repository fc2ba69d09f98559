-- title: The fleet day by day
-- columns: day, services, instances, connections, requests, violations, would_block, blocked, excepted
SELECT day, count(DISTINCT service) AS services, count(DISTINCT instance) AS instances,
       CAST(sum(CASE WHEN subject = 'tls' THEN n ELSE 0 END) AS BIGINT) AS connections,
       CAST(sum(CASE WHEN subject = 'aws' THEN n ELSE 0 END) AS BIGINT) AS requests,
       CAST(sum(CASE WHEN verdict = 'violation' THEN n ELSE 0 END) AS BIGINT) AS violations,
       CAST(sum(CASE WHEN action = 'would-block' THEN n ELSE 0 END) AS BIGINT) AS would_block,
       CAST(sum(CASE WHEN action = 'blocked' THEN n ELSE 0 END) AS BIGINT) AS blocked,
       CAST(sum(CASE WHEN exception_id IS NOT NULL THEN n ELSE 0 END) AS BIGINT) AS excepted
FROM calls WHERE day BETWEEN '${from}' AND '${to}'
GROUP BY day ORDER BY day
