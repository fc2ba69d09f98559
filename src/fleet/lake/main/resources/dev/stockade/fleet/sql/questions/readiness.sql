-- title: Which services are ready to enforce
-- columns: service, owner, instances, days_seen, connections, requests, would_block, excepted, last_bad_day, dropped, missing, tampered, readiness
WITH seen AS (
  SELECT service, count(DISTINCT day) AS days_seen, count(DISTINCT instance) AS instances,
         sum(CASE WHEN subject = 'tls' THEN n ELSE 0 END) AS connections,
         sum(CASE WHEN subject = 'aws' THEN n ELSE 0 END) AS requests,
         sum(CASE WHEN action IN ('would-block', 'blocked') AND exception_id IS NULL THEN n ELSE 0 END) AS would_block,
         sum(CASE WHEN exception_id IS NOT NULL THEN n ELSE 0 END) AS excepted,
         max(CASE WHEN action IN ('would-block', 'blocked') AND exception_id IS NULL THEN day END) AS last_bad_day
  FROM calls WHERE day BETWEEN '${from}' AND '${to}' GROUP BY service),
told AS (
  SELECT service, sum(CASE WHEN kind = 'dropped' THEN n ELSE 0 END) AS dropped,
         sum(CASE WHEN kind = 'tamper' AND verdict IN ('warn', 'violation') THEN n ELSE 0 END) AS tampered
  FROM records WHERE day BETWEEN '${from}' AND '${to}' AND kind IN ('dropped', 'tamper') GROUP BY service),
sixteens AS (
  SELECT service, instance, pid, process, min(seq) AS low, max(seq) AS high,
         max(CASE WHEN seq % 16 = 0 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 1 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 2 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 3 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 4 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 5 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 6 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 7 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 8 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 9 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 10 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 11 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 12 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 13 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 14 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 15 THEN 1 ELSE 0 END) AS seen
  FROM records WHERE day BETWEEN '${from}' AND '${to}' GROUP BY service, instance, pid, process, seq - seq % 16),
gaps AS (
  SELECT service, sum(missing) AS missing FROM (
    SELECT service, max(high) - min(low) + 1 - sum(seen) AS missing
    FROM sixteens GROUP BY service, instance, pid, process) runs
  GROUP BY service)
SELECT s.service, coalesce(o.owner, '-') AS owner, s.instances, s.days_seen,
       CAST(s.connections AS BIGINT) AS connections, CAST(s.requests AS BIGINT) AS requests,
       CAST(s.would_block AS BIGINT) AS would_block, CAST(s.excepted AS BIGINT) AS excepted, s.last_bad_day,
       CAST(coalesce(t.dropped, 0) AS BIGINT) AS dropped, CAST(coalesce(g.missing, 0) AS BIGINT) AS missing,
       CAST(coalesce(t.tampered, 0) AS BIGINT) AS tampered,
       CASE WHEN s.would_block > 0 THEN 'no: would block'
            WHEN coalesce(t.tampered, 0) > 0 THEN 'unknown: tampered with'
            WHEN coalesce(t.dropped, 0) > 0 OR coalesce(g.missing, 0) > 0 THEN 'unknown: records lost'
            WHEN s.days_seen < ${days} THEN 'unknown: too few days'
            ELSE 'ready' END AS readiness
FROM seen s
LEFT JOIN services o ON o.service = s.service
LEFT JOIN told t ON t.service = s.service
LEFT JOIN gaps g ON g.service = s.service
ORDER BY s.service
