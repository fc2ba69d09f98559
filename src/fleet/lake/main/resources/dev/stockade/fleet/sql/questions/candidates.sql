-- title: What the candidate policy would decide otherwise
-- columns: service, policy_digest, verdict, candidate_verdict, action, candidate_action, instances, destinations, n
SELECT service, coalesce(policy_digest, '-') AS policy_digest, verdict, candidate_verdict, action, candidate_action,
       count(DISTINCT instance) AS instances, count(DISTINCT peer_host) AS destinations, CAST(sum(n) AS BIGINT) AS n
FROM calls WHERE day BETWEEN '${from}' AND '${to}' AND (candidate_verdict IS NOT NULL OR candidate_action IS NOT NULL)
GROUP BY service, coalesce(policy_digest, '-'), verdict, candidate_verdict, action, candidate_action
ORDER BY n DESC, service, policy_digest, verdict NULLS LAST, candidate_verdict NULLS LAST, action NULLS LAST, candidate_action NULLS LAST
