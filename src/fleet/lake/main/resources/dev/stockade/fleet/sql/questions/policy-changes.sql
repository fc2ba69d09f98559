-- title: Changes of the policy
-- columns: ts, service, instance, pid, mode, policy_profile, policy_digest, verdict, reason
SELECT ts, service, instance, pid, mode, policy_profile, policy_digest, verdict, reason
FROM events WHERE day BETWEEN '${from}' AND '${to}' AND kind = 'policy.change'
ORDER BY ts, service, instance, pid, seq, line_hash
