-- TLS connections with what was agreed; last_ts is filled.
SELECT ts, service, instance, pid, process, seq, agent_version, mode, kind, verdict, action, rule, reason, exception_id, policy_profile, policy_digest, coalesce(n, 1) AS n, coalesce(first_ts, ts) AS first_ts, coalesce(last_ts, ts) AS last_ts, direction, peer_host, peer_ip, peer_port, peer_sni, tls_version, tls_cipher, tls_group, dh_bits, tls_resumed, tls_provider, tls_engine, tls_alpn, client_auth, signature_scheme, certificate, client_certificate, code_class, code_jar, day
FROM handshakes
