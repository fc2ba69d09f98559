-- Requests to AWS; last_ts is filled.
SELECT ts, service, instance, pid, process, seq, agent_version, mode, kind, verdict, action, rule, reason, exception_id, policy_profile, policy_digest, coalesce(n, 1) AS n, coalesce(first_ts, ts) AS first_ts, coalesce(last_ts, ts) AS last_ts, peer_host, aws_partition, aws_service, aws_region, aws_operation, aws_credential, aws_access_key, aws_signature, http_client, http_method, http_host, code_class, code_jar, day
FROM requests
