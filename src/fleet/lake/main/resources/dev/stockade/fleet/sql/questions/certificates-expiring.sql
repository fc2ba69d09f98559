-- title: Certificates that end soon or have ended
-- columns: not_after, sha256, subject, issuer, whose, self_signed, services, instances, destinations, state
SELECT not_after, sha256, subject, issuer, whose, self_signed, count(DISTINCT service) AS services, count(DISTINCT instance) AS instances,
       count(DISTINCT peer_host) AS destinations,
       CASE WHEN not_after < DATE '${to}' THEN 'ended' ELSE 'soon' END AS state
FROM certificates
WHERE day BETWEEN '${from}' AND '${to}' AND not_after < DATE '${to}' + INTERVAL '${within}' DAY
GROUP BY not_after, sha256, subject, issuer, whose, self_signed, CASE WHEN not_after < DATE '${to}' THEN 'ended' ELSE 'soon' END
ORDER BY not_after, sha256 NULLS LAST, subject NULLS LAST, issuer NULLS LAST, whose NULLS LAST, self_signed NULLS LAST
