-- Where agents told something, and whether they ended in order.
SELECT service, instance, max(last_ts) AS last_seen, max(day) AS last_day, max_by(agent_version, last_ts) AS agent_version,
       coalesce(max(CASE WHEN kind = 'lifecycle' AND reason = 'stopped' THEN last_ts END) >= max(last_ts), false) AS is_ended
FROM records GROUP BY service, instance ORDER BY service, instance
