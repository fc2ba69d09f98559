-- title: Exceptions that no service needs
-- columns: id, owner, reason, expires
SELECT x.id, coalesce(x.owner, '-') AS owner, x.reason, CAST(x.expires AS VARCHAR(10)) AS expires
FROM exceptions x
WHERE NOT EXISTS (SELECT 1 FROM calls c WHERE c.exception_id = x.id AND c.day BETWEEN '${from}' AND '${to}')
ORDER BY x.id
