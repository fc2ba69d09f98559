# The part of RFC 9151 with ECDHE alone, as s2n-tls has it in its policy cnsa_1.

id: cnsa-1.0-rfc9151-pfs
title: NSA CNSA 1.0, RFC 9151, the suites with ECDHE
source: RFC 9151
source: github:aws/s2n-tls tests/policy_snapshot/snapshots/cnsa_1, commit 8cbf81ad74968a1d03efbd9352a89abd292232d4
confidence: verified
date: 2025-10-13

minimum: TLSv1.2
recommended: TLSv1.3
min-key-bits: 3072
min-ec-bits: 384

tls13: TLS_AES_256_GCM_SHA384

tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384

groups: secp384r1

schemes: ecdsa_secp384r1_sha384 rsa_pss_pss_sha384 rsa_pss_rsae_sha384 rsa_pkcs1_sha384
