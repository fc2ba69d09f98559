# The whole list of suites for TLS 1.2, as three encodings of the document have it, which agree; the
# document itself was not read. Left out are the suites with RSA key transport, which its appendix
# allowed until the end of 2023. Not on its list: ChaCha20, x25519 and x448; ML-KEM is younger.
# It wants encrypt-then-MAC where CBC is used, and P-256 or P-384 where elliptic curves are.

id: nist-sp800-52r2
title: NIST SP 800-52 Rev. 2, all suites but RSA key transport
source: github:tls-attacker/TLS-Scanner TLS-Server-Scanner/src/main/resources/guideline/nist.xml, commit 22cc2fafd281e3ec1dfa0bdb4d990fba2dcab2fb
source: github:stfbk/tls-compliance-dataset, commit 998299b9 and newer: suites, versions, groups, keys, signatures
source: github:org-metaeffekt/metaeffekt-cryptography cryptographic-tls-cipher-suites.md section 13, commit fa99639d3558c1c28b8876b15fa9e04a4499a316
attribution: TLS compliance dataset of Fondazione Bruno Kessler (github:stfbk/tls-compliance-dataset), CC BY 4.0
confidence: secondary
date: 2019-08

minimum: TLSv1.2
recommended: TLSv1.3
min-dh-bits: 2048
min-key-bits: 2048
min-ec-bits: 224
extended-master-secret: required
cbc: encrypt-then-mac

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_AES_128_CCM_SHA256
tls13: TLS_AES_128_CCM_8_SHA256

tls12: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_ECDSA_WITH_AES_128_CCM
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_CCM
tls12: TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8
tls12: TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
tls12: TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_DHE_RSA_WITH_AES_128_CCM
tls12: TLS_DHE_RSA_WITH_AES_256_CCM
tls12: TLS_DHE_RSA_WITH_AES_128_CCM_8
tls12: TLS_DHE_RSA_WITH_AES_256_CCM_8
tls12: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
tls12: TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
tls12: TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
tls12: TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
tls12: TLS_DHE_RSA_WITH_AES_128_CBC_SHA
tls12: TLS_DHE_RSA_WITH_AES_256_CBC_SHA
tls12: TLS_DHE_DSS_WITH_AES_128_GCM_SHA256
tls12: TLS_DHE_DSS_WITH_AES_256_GCM_SHA384
tls12: TLS_DHE_DSS_WITH_AES_128_CBC_SHA256
tls12: TLS_DHE_DSS_WITH_AES_256_CBC_SHA256
tls12: TLS_DHE_DSS_WITH_AES_128_CBC_SHA
tls12: TLS_DHE_DSS_WITH_AES_256_CBC_SHA
tls12: TLS_DH_DSS_WITH_AES_128_GCM_SHA256
tls12: TLS_DH_DSS_WITH_AES_256_GCM_SHA384
tls12: TLS_DH_DSS_WITH_AES_128_CBC_SHA256
tls12: TLS_DH_DSS_WITH_AES_256_CBC_SHA256
tls12: TLS_DH_DSS_WITH_AES_128_CBC_SHA
tls12: TLS_DH_DSS_WITH_AES_256_CBC_SHA
tls12: TLS_DH_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_DH_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_DH_RSA_WITH_AES_128_CBC_SHA256
tls12: TLS_DH_RSA_WITH_AES_256_CBC_SHA256
tls12: TLS_DH_RSA_WITH_AES_128_CBC_SHA
tls12: TLS_DH_RSA_WITH_AES_256_CBC_SHA
tls12: TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256
tls12: TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384
tls12: TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA
tls12: TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA
tls12: TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256
tls12: TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384
tls12: TLS_ECDH_RSA_WITH_AES_128_CBC_SHA
tls12: TLS_ECDH_RSA_WITH_AES_256_CBC_SHA

groups: secp256r1 secp384r1 secp521r1 ffdhe2048 ffdhe3072 ffdhe4096 ffdhe6144 ffdhe8192

schemes: ecdsa_secp256r1_sha256 ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512 rsa_pss_rsae_sha256
schemes: rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pss_pss_sha256 rsa_pss_pss_sha384
schemes: rsa_pss_pss_sha512 rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512
