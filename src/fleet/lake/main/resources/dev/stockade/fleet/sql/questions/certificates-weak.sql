-- title: Keys and signatures of certificates
-- columns: key_type, key_bits, curve, signature_algorithm, certificates, services, connections_named
WITH named AS (
  SELECT certificate, sum(n) AS n FROM connections
  WHERE day BETWEEN '${from}' AND '${to}' AND certificate IS NOT NULL GROUP BY certificate),
shown AS (
  SELECT DISTINCT certificate, sha256, key_type, key_bits, curve, signature_algorithm, service FROM certificates
  WHERE day BETWEEN '${from}' AND '${to}'),
known AS (
  SELECT key_type, key_bits, curve, signature_algorithm, certificate, min(sha256) AS sha256 FROM shown
  GROUP BY key_type, key_bits, curve, signature_algorithm, certificate),
kept AS (
  SELECT key_type, key_bits, curve, signature_algorithm, count(DISTINCT sha256) AS certificates, count(DISTINCT service) AS services
  FROM shown GROUP BY key_type, key_bits, curve, signature_algorithm)
SELECT k.key_type, k.key_bits, k.curve, k.signature_algorithm, k.certificates, k.services,
       CAST(coalesce(sum(u.n), 0) AS BIGINT) AS connections_named
FROM kept k
LEFT JOIN known c ON coalesce(c.key_type, '-') = coalesce(k.key_type, '-') AND coalesce(c.key_bits, 0) = coalesce(k.key_bits, 0)
  AND coalesce(c.curve, '-') = coalesce(k.curve, '-') AND coalesce(c.signature_algorithm, '-') = coalesce(k.signature_algorithm, '-')
LEFT JOIN named u ON u.certificate = c.certificate
GROUP BY k.key_type, k.key_bits, k.curve, k.signature_algorithm, k.certificates, k.services
ORDER BY k.certificates DESC, k.key_type NULLS LAST, k.key_bits NULLS LAST, k.curve NULLS LAST, k.signature_algorithm NULLS LAST
