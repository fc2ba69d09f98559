-- title: Owners and what is theirs
-- columns: owner, services, instances, connections, requests, violations, would_block, excepted
SELECT coalesce(o.owner, '-') AS owner, count(DISTINCT c.service) AS services, count(DISTINCT c.instance) AS instances,
       CAST(sum(CASE WHEN c.subject = 'tls' THEN c.n ELSE 0 END) AS BIGINT) AS connections,
       CAST(sum(CASE WHEN c.subject = 'aws' THEN c.n ELSE 0 END) AS BIGINT) AS requests,
       CAST(sum(CASE WHEN c.verdict = 'violation' THEN c.n ELSE 0 END) AS BIGINT) AS violations,
       CAST(sum(CASE WHEN c.action IN ('would-block', 'blocked') THEN c.n ELSE 0 END) AS BIGINT) AS would_block,
       CAST(sum(CASE WHEN c.exception_id IS NOT NULL THEN c.n ELSE 0 END) AS BIGINT) AS excepted
FROM calls c LEFT JOIN services o ON o.service = c.service
WHERE c.day BETWEEN '${from}' AND '${to}'
GROUP BY coalesce(o.owner, '-')
ORDER BY owner
