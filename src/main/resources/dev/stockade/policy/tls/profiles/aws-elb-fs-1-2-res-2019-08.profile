id: aws-elb-fs-1-2-res-2019-08
title: AWS Elastic Load Balancing, ELBSecurityPolicy-FS-1-2-Res-2019-08
source: github:aws/s2n-tls tests/policy_snapshot/snapshots/ELBSecurityPolicy-FS-1-2-Res-2019-08, commit 8cbf81ad74968a1d03efbd9352a89abd292232d4
confidence: verified
date: 2019-08

minimum: TLSv1.2

tls12: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384

groups: secp256r1 secp384r1

schemes: rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512 rsa_pkcs1_sha224 ecdsa_secp256r1_sha256
schemes: ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512 ecdsa_sha224 rsa_pkcs1_sha1 ecdsa_sha1
