-- title: Findings of each rule day by day
-- columns: day, rule, verdict, action, services, n
SELECT day, rule, verdict, action, count(DISTINCT service) AS services, CAST(sum(n) AS BIGINT) AS n
FROM findings WHERE day BETWEEN '${from}' AND '${to}'
GROUP BY day, rule, verdict, action
ORDER BY day, rule NULLS LAST, verdict NULLS LAST, action NULLS LAST
