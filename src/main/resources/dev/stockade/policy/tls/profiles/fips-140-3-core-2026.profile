# FIPS 140-3 has no list for TLS: this is what two TLS stacks both allow in their FIPS modes, stricter than
# what can be approved. rsa_pss_pss is in the list of one of them only. X25519MLKEM768 is here for its
# ML-KEM part. Whether a module is validated no handshake shows.

id: fips-140-3-core-2026
title: What FIPS modes allow in TLS: core of two stacks
source: github:aws/s2n-tls tests/policy_snapshot/snapshots/default_fips, commit 8cbf81ad74968a1d03efbd9352a89abd292232d4
source: github:golang/go src/crypto/tls/defaults_fips140.go, commit 0c5c593f
source: extended master secret: gnutls merge request 1752, rustls pull request 1772, RHEL 9.2
confidence: derived
date: 2026-08

minimum: TLSv1.2
recommended: TLSv1.3
min-key-bits: 2048
min-ec-bits: 256
extended-master-secret: required

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384

tls12: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384

groups: X25519MLKEM768 SecP256r1MLKEM768 SecP384r1MLKEM1024 secp256r1 secp384r1 secp521r1

schemes: ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512 rsa_pss_rsae_sha256
schemes: rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pss_pss_sha256 rsa_pss_pss_sha384
schemes: rsa_pss_pss_sha512 rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512
