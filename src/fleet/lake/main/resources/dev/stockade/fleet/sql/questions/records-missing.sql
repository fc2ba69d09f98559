-- title: Records that never arrived
-- columns: service, instance, pid, process, first_record, last_record, missing_before, missing_inside
SELECT service, instance, pid, process, min(ts) AS first_record, max(ts) AS last_record, min(seq) - 1 AS missing_before,
       max(seq) - min(seq) + 1 - count(DISTINCT seq) AS missing_inside
FROM records WHERE day BETWEEN '${from}' AND '${to}'
GROUP BY service, instance, pid, process
HAVING min(seq) > 1 OR max(seq) - min(seq) + 1 > count(DISTINCT seq)
ORDER BY service, instance, pid, process NULLS LAST
