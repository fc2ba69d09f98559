# RFC 10015 forbids its two DHE suites in TLS 1.2. The size of their primes is not stated: 2048 bits, as
# everywhere.

id: aws-kms-fips-tls12-2024-10
title: AWS KMS, policy of its FIPS endpoints
source: github:aws/s2n-tls tests/policy_snapshot/snapshots/KMS-FIPS-TLS-1-2-2024-10, commit 8cbf81ad74968a1d03efbd9352a89abd292232d4
confidence: verified
date: 2024-10

minimum: TLSv1.2
recommended: TLSv1.3

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384

tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
tls12: TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
tls12: TLS_DHE_RSA_WITH_AES_128_CBC_SHA256

groups: X25519MLKEM768 SecP256r1MLKEM768 secp256r1 secp384r1 secp521r1

schemes: rsa_pss_rsae_sha256 rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pkcs1_sha256
schemes: rsa_pkcs1_sha384 rsa_pkcs1_sha512 ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384
schemes: ecdsa_secp521r1_sha512 rsa_pss_pss_sha256 rsa_pss_pss_sha384 rsa_pss_pss_sha512
