-- Every record, with the columns that all kinds have; last_ts is filled.
WITH every AS (
  SELECT ts, service, instance, pid, process, seq, agent_version, mode, kind, verdict, action, rule, reason, exception_id, policy_profile, policy_digest, candidate_verdict, candidate_action, n, first_ts, last_ts, direction, peer_host, peer_port, day FROM handshakes
  UNION ALL SELECT ts, service, instance, pid, process, seq, agent_version, mode, kind, verdict, action, rule, reason, exception_id, policy_profile, policy_digest, candidate_verdict, candidate_action, n, first_ts, last_ts, direction, peer_host, peer_port, day FROM requests
  UNION ALL SELECT ts, service, instance, pid, process, seq, agent_version, mode, kind, verdict, action, rule, reason, exception_id, policy_profile, policy_digest, candidate_verdict, candidate_action, n, first_ts, last_ts, direction, peer_host, peer_port, day FROM answers
  UNION ALL SELECT ts, service, instance, pid, process, seq, agent_version, mode, kind, verdict, action, rule, reason, exception_id, policy_profile, policy_digest, candidate_verdict, candidate_action, n, first_ts, last_ts, direction, peer_host, peer_port, day FROM certificates
  UNION ALL SELECT ts, service, instance, pid, process, seq, agent_version, mode, kind, verdict, action, rule, reason, exception_id, policy_profile, policy_digest, candidate_verdict, candidate_action, n, first_ts, last_ts, direction, peer_host, peer_port, day FROM events)
SELECT ts, service, instance, pid, process, seq, agent_version, mode, kind, verdict, action, rule, reason, exception_id, policy_profile, policy_digest, candidate_verdict, candidate_action, coalesce(n, 1) AS n, coalesce(first_ts, ts) AS first_ts, coalesce(last_ts, ts) AS last_ts, direction, peer_host, peer_port, day
FROM every
