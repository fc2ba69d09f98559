# PCI DSS names no suites, groups or versions of TLS: it wants strong cryptography (appendix G: 112 bits at
# least), no SSL and early TLS, no fallback to what is insecure (4.2.1). The lists are ours: the suites
# of RFC 9325 as RFC 10015 leaves them.

id: pci-dss-4.0.1-interpretation-2026
title: PCI DSS 4.0.1, strong cryptography, as we read it
source: PCI DSS 4.0.1, requirements 2.2.5, 2.2.7, 4.2.1, 4.2.1.1, 4.2.2, 12.3.3, appendices A2 and G: six readings
source: RFC 9325 section 4.2, RFC 10015
confidence: interpretation
date: 2024-06-11

minimum: TLSv1.2
recommended: TLSv1.3
min-dh-bits: 2048
min-key-bits: 2048
min-ec-bits: 224

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_CHACHA20_POLY1305_SHA256
tls13: TLS_AES_128_CCM_SHA256

tls12: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_ECDSA_WITH_AES_128_CCM
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_CCM
tls12: TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
tls12: TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256

groups: X25519MLKEM768 SecP256r1MLKEM768 SecP384r1MLKEM1024 x25519 secp256r1 secp384r1 secp521r1
groups: x448

schemes: ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512 rsa_pss_rsae_sha256
schemes: rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pss_pss_sha256 rsa_pss_pss_sha384
schemes: rsa_pss_pss_sha512 rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512
