-- title: Records that never arrived
-- columns: service, instance, pid, process, first_record, last_record, missing_before, missing_inside
-- Counted by sixteens: DISTINCT would take memory for each number.
WITH sixteens AS (
  SELECT service, instance, pid, process, min(ts) AS first_record, max(ts) AS last_record, min(seq) AS low, max(seq) AS high,
         max(CASE WHEN seq % 16 = 0 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 1 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 2 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 3 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 4 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 5 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 6 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 7 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 8 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 9 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 10 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 11 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 12 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 13 THEN 1 ELSE 0 END) +
         max(CASE WHEN seq % 16 = 14 THEN 1 ELSE 0 END) + max(CASE WHEN seq % 16 = 15 THEN 1 ELSE 0 END) AS seen
  FROM records WHERE day BETWEEN '${from}' AND '${to}' GROUP BY service, instance, pid, process, seq - seq % 16)
SELECT service, instance, pid, process, min(first_record) AS first_record, max(last_record) AS last_record,
       min(low) - 1 AS missing_before, CAST(max(high) - min(low) + 1 - sum(seen) AS BIGINT) AS missing_inside
FROM sixteens
GROUP BY service, instance, pid, process
HAVING min(low) > 1 OR max(high) - min(low) + 1 > sum(seen)
ORDER BY service, instance, pid, process NULLS LAST
