# AWS publishes no list of groups and none of signature schemes for its load balancers: neither is
# checked.

id: aws-elb-tls13-1-2-res-2021-06
title: AWS Elastic Load Balancing, ELBSecurityPolicy-TLS13-1-2-Res-2021-06
source: AWS Elastic Load Balancing user guides, describe-ssl-policies
source: github:getmoto/moto moto/elbv2/ssl_policies.py, commit 70070d4e
confidence: verified
date: 2021-06

minimum: TLSv1.2
recommended: TLSv1.3

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_CHACHA20_POLY1305_SHA256

tls12: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
tls12: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
tls12: TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
