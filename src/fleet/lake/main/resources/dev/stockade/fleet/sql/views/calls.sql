-- What a policy judges: TLS connections and requests to AWS.
SELECT service, instance, pid, process, kind, CASE WHEN kind LIKE 'aws.%' THEN 'aws' ELSE 'tls' END AS subject, mode, verdict, action, rule, exception_id, policy_profile, policy_digest, candidate_verdict, candidate_action, n, first_ts, last_ts, direction, peer_host, peer_port, day
FROM records
WHERE kind IN ('tls.handshake', 'tls.failed', 'tls.blocked', 'aws.request', 'aws.blocked')
