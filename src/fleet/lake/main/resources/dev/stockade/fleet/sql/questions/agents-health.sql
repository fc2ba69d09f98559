-- title: Agents' health
-- columns: service, instance, mode, agent_version, java, last_event, starts, stops, dropped, errors, tampered
WITH told AS (
  SELECT service, instance, ts, kind, mode, verdict, reason, coalesce(n, 1) AS n, agent_version, runtime_java, c_errors,
         row_number() OVER (PARTITION BY service, instance ORDER BY ts DESC, pid DESC, seq DESC, line_hash DESC) AS latest
  FROM events WHERE day BETWEEN '${from}' AND '${to}')
SELECT service, instance, max(CASE WHEN latest = 1 THEN mode END) AS mode, max(CASE WHEN latest = 1 THEN agent_version END) AS agent_version,
       max(runtime_java) AS java, max(ts) AS last_event,
       CAST(sum(CASE WHEN kind = 'lifecycle' AND reason = 'started' THEN 1 ELSE 0 END) AS BIGINT) AS starts,
       CAST(sum(CASE WHEN kind = 'lifecycle' AND reason = 'stopped' THEN 1 ELSE 0 END) AS BIGINT) AS stops,
       CAST(sum(CASE WHEN kind = 'dropped' THEN n ELSE 0 END) AS BIGINT) AS dropped,
       CAST(sum(coalesce(c_errors, 0)) AS BIGINT) AS errors,
       CAST(sum(CASE WHEN kind = 'tamper' AND verdict IN ('warn', 'violation') THEN n ELSE 0 END) AS BIGINT) AS tampered
FROM told GROUP BY service, instance ORDER BY service, instance
