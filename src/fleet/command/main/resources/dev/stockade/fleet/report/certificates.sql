-- Certificates, where they were seen first at first.
SELECT service, kind, sha256, direction, peer_host, CASE WHEN peer_host IS NULL THEN peer_ip END AS peer_ip, peer_port, side,
       max(subject) AS subject, max(issuer) AS issuer, max(key_type) AS key_type, max(key_bits) AS key_bits,
       max(signature_algorithm) AS signature_algorithm, max(not_after) AS not_after,
       ${sums}
FROM certificates GROUP BY ALL ORDER BY service, first_millis
