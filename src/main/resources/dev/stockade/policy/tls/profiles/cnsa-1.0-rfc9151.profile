# The whole list, of which RFC 10015 forbids TLS_RSA and TLS_DHE in TLS 1.2 since 2026: the default is
# cnsa-1.0-rfc9151-pfs. RSA and DH have exactly 3072 or 4096 bits; more than that is not looked at here.

id: cnsa-1.0-rfc9151
title: NSA CNSA 1.0, RFC 9151, all suites
source: RFC 9151
source: github:aws/s2n-tls compliance/specs/www.rfc-editor.org/rfc/rfc9151.txt, commit 8cbf81ad74968a1d03efbd9352a89abd292232d4
confidence: verified
date: 2022-04

minimum: TLSv1.2
recommended: TLSv1.3
min-dh-bits: 3072
min-key-bits: 3072
min-ec-bits: 384

tls13: TLS_AES_256_GCM_SHA384

tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_DHE_RSA_WITH_AES_256_GCM_SHA384

groups: secp384r1 ffdhe3072 ffdhe4096

schemes: ecdsa_secp384r1_sha384 rsa_pss_rsae_sha384 rsa_pss_pss_sha384 rsa_pkcs1_sha384
