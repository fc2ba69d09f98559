-- title: Protection that was touched at run time
-- columns: rule, service, code_class, code_jar, instances, n, first_seen, last_seen
SELECT rule, service, code_class, code_jar, count(DISTINCT instance) AS instances, CAST(sum(coalesce(n, 1)) AS BIGINT) AS n,
       min(ts) AS first_seen, max(ts) AS last_seen
FROM events WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'tamper'
GROUP BY rule, service, code_class, code_jar
ORDER BY n DESC, rule NULLS LAST, service, code_class NULLS LAST, code_jar NULLS LAST
