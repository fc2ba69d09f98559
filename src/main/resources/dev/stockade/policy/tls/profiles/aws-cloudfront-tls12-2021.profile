id: aws-cloudfront-tls12-2021
title: AWS CloudFront, viewer policy TLSv1.2_2021
source: github:aws/s2n-tls tests/policy_snapshot/snapshots/CloudFront-TLS-1-2-2021, commit 8cbf81ad74968a1d03efbd9352a89abd292232d4
source: AWS CloudFront developer guide, secure-connections-supported-viewer-protocols-ciphers
confidence: verified
date: 2021

minimum: TLSv1.2
recommended: TLSv1.3

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_CHACHA20_POLY1305_SHA256

tls12: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
tls12: TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256

groups: x25519 secp256r1 secp384r1

schemes: rsa_pss_pss_sha256 rsa_pss_pss_sha384 rsa_pss_pss_sha512 rsa_pss_rsae_sha256
schemes: rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512
schemes: rsa_pkcs1_sha224 ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512
schemes: ecdsa_sha224 rsa_pkcs1_sha1 ecdsa_sha1
