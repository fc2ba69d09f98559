# The six suites for TLS 1.2 that two encodings of the guide agree on; its list of tolerated ones rests on
# one encoding and is left out. So do groups and signature schemes, with the release note's summary.
# RSA keys and DH groups of 2048 bits are accepted until the end of 2030, then of 3072.

id: anssi-tls-1.2
title: ANSSI, security recommendations for TLS, version 1.2 of the guide
source: github:stfbk/tls-compliance-dataset, commit 998299b9 and newer: columns ANSSI v1.2
source: ardoise.pm internal/tlsconfig: the six suites, attributed to the guide
source: https://www.mail-archive.com/frnog@frnog.org/msg59128.html: release note of 2020-03-26
attribution: TLS compliance dataset of Fondazione Bruno Kessler (github:stfbk/tls-compliance-dataset), CC BY 4.0
confidence: secondary
date: 2020-03-26

minimum: TLSv1.2
recommended: TLSv1.3
min-dh-bits: 2048
min-key-bits: 2048
min-ec-bits: 256

tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_CHACHA20_POLY1305_SHA256
tls13: TLS_AES_128_CCM_SHA256

tls12: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256

groups: secp256r1 secp384r1 secp521r1 x25519 x448 brainpoolP256r1 brainpoolP384r1 brainpoolP512r1
groups: brainpoolP256r1tls13 brainpoolP384r1tls13 brainpoolP512r1tls13 ffdhe2048 ffdhe3072 ffdhe4096
groups: ffdhe6144 ffdhe8192

schemes: rsa_pss_rsae_sha256 rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pss_pss_sha256
schemes: rsa_pss_pss_sha384 rsa_pss_pss_sha512 ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384
schemes: ecdsa_secp521r1_sha512 ecdsa_brainpoolP256r1tls13_sha256 ecdsa_brainpoolP384r1tls13_sha384
schemes: ecdsa_brainpoolP512r1tls13_sha512 ed25519 ed448
