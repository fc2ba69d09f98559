# MLKEM1024 is no hybrid.

id: aws-elb-tls13-1-2-cnsa2-interop2-fips-pq-2026-07
title: AWS Elastic Load Balancing, ELBSecurityPolicy-TLS13-1-2-CNSA2-INTEROP2-FIPS-PQ-2026-07
source: github:aws/s2n-tls tests/policy_snapshot/snapshots/ELBSecurityPolicy-TLS13-1-2-CNSA2-INTEROP2-FIPS-PQ-2026-07, commit 8cbf81ad74968a1d03efbd9352a89abd292232d4
confidence: verified
date: 2026-07

minimum: TLSv1.2
recommended: TLSv1.3

tls13: TLS_AES_256_GCM_SHA384

tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384

groups: MLKEM1024 secp384r1

schemes: mldsa87 ecdsa_secp384r1_sha384 rsa_pss_pss_sha384 rsa_pss_rsae_sha384 rsa_pkcs1_sha384
