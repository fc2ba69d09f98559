-- title: Versions of the agent, and where they run
-- columns: agent_version, mode, services, instances, processes, first_seen, last_seen
SELECT coalesce(agent_version, '-') AS agent_version, coalesce(mode, '-') AS mode, count(DISTINCT service) AS services,
       count(DISTINCT instance) AS instances, count(DISTINCT process) AS processes, min(first_ts) AS first_seen, max(last_ts) AS last_seen
FROM records WHERE day BETWEEN '${from}' AND '${to}'
GROUP BY coalesce(agent_version, '-'), coalesce(mode, '-') ORDER BY agent_version, mode
