# The first of its tables for TLS 1.2 alone: certificates and forward secrecy. Otherwise like
# bsi-tr-02102-2-2026-01.

id: bsi-tr-02102-2-2026-01-pfs
title: BSI TR-02102-2 2026-01, the suites with certificates and forward secrecy
source: github:stfbk/tls-compliance-dataset, commit 0439c5d07038ac50158a13fbbc5537632c7629d9: suites, versions
source: github:stfbk/tls-compliance-dataset, commit 00c1fa39c7b806883a18c4cdda4fc62c6ebc84ce: groups, keys, signatures
source: github:org-metaeffekt/metaeffekt-cryptography cryptographic-tls-cipher-suites.md section 12, commit fa99639d3558c1c28b8876b15fa9e04a4499a316
source: github:BSI-Bund/TaSK task/data/specification/ApplicationSpecifications/TR-02102-2, commit 40b7856464e6c204675b915647cacb5442e17653: names of suites, older edition
attribution: TLS compliance dataset of Fondazione Bruno Kessler (github:stfbk/tls-compliance-dataset), CC BY 4.0
confidence: secondary
date: 2026-01-27

minimum: TLSv1.2
recommended: TLSv1.3
min-dh-bits: 3000
min-key-bits: 3000
min-ec-bits: 250
cbc: encrypt-then-mac
renegotiation: forbidden

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_AES_128_CCM_SHA256

tls12: TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
tls12: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_ECDSA_WITH_AES_128_CCM
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_CCM
tls12: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_DHE_DSS_WITH_AES_128_CBC_SHA256
tls12: TLS_DHE_DSS_WITH_AES_256_CBC_SHA256
tls12: TLS_DHE_DSS_WITH_AES_128_GCM_SHA256
tls12: TLS_DHE_DSS_WITH_AES_256_GCM_SHA384
tls12: TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
tls12: TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
tls12: TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_DHE_RSA_WITH_AES_128_CCM
tls12: TLS_DHE_RSA_WITH_AES_256_CCM

groups: secp256r1 secp384r1 secp521r1 brainpoolP256r1 brainpoolP384r1 brainpoolP512r1
groups: brainpoolP256r1tls13 brainpoolP384r1tls13 brainpoolP512r1tls13 ffdhe3072 ffdhe4096

schemes: rsa_pss_rsae_sha256 rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pss_pss_sha256
schemes: rsa_pss_pss_sha384 rsa_pss_pss_sha512 ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384
schemes: ecdsa_secp521r1_sha512 ecdsa_brainpoolP256r1tls13_sha256 ecdsa_brainpoolP384r1tls13_sha384
schemes: ecdsa_brainpoolP512r1tls13_sha512

until 2031: TLSv1.2 secp* brainpool* TLS_ECDHE_*
until 2029: TLS_DHE_* ffdhe3072 ffdhe4096
