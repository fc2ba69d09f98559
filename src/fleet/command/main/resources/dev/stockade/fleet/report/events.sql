-- What Stockade told of itself, by process, the last at the end.
SELECT service, instance, pid, process, agent_version, mode, kind, verdict, action, rules, reason, code_class,
       CAST(least(coalesce(sum(c_errors), 0), 9223372036854775807) AS BIGINT) AS c_errors,
       CAST(least(coalesce(sum(c_dropped), 0), 9223372036854775807) AS BIGINT) AS c_dropped,
       ${sums}
FROM events GROUP BY ALL ORDER BY service, last_millis
