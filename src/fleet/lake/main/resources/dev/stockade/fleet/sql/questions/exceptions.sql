-- title: Exceptions, when they end and how much they are needed
-- columns: id, owner, expires, due, used, services, last_used
WITH needed AS (
  SELECT exception_id, sum(n) AS used, count(DISTINCT service) AS services, max(last_ts) AS last_used
  FROM calls WHERE day BETWEEN '${from}' AND '${to}' AND exception_id IS NOT NULL GROUP BY exception_id)
SELECT coalesce(x.id, u.exception_id) AS id, coalesce(x.owner, '-') AS owner, CAST(x.expires AS VARCHAR(10)) AS expires,
       CASE WHEN x.id IS NULL THEN 'not in the list' WHEN x.expires IS NULL THEN 'never' WHEN x.expires < DATE '${to}' THEN 'expired'
            WHEN x.expires < DATE '${to}' + INTERVAL '${within}' DAY THEN 'soon' ELSE 'later' END AS due,
       CAST(coalesce(u.used, 0) AS BIGINT) AS used, coalesce(u.services, 0) AS services, u.last_used
FROM exceptions x FULL OUTER JOIN needed u ON u.exception_id = x.id
ORDER BY expires NULLS LAST, id
