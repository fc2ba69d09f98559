-- title: Expected services without an agent, and services that nobody expected
-- columns: service, owner, instances, lowest_agent, highest_agent, last_seen, state
WITH seen AS (
  SELECT service, count(DISTINCT instance) AS instances, min(agent_version) AS lowest_agent, max(agent_version) AS highest_agent,
         max(last_ts) AS last_seen, max(day) AS last_day
  FROM records WHERE day BETWEEN '${from}' AND '${to}' GROUP BY service)
SELECT coalesce(o.service, s.service) AS service, coalesce(o.owner, '-') AS owner, coalesce(s.instances, 0) AS instances, s.lowest_agent, s.highest_agent,
       s.last_seen,
       CASE WHEN s.service IS NULL THEN 'no agent seen' WHEN s.last_day < '${quiet}' THEN 'quiet'
            WHEN o.service IS NULL THEN 'not in the list' ELSE 'seen' END AS state
FROM services o FULL OUTER JOIN seen s ON s.service = o.service
ORDER BY service
