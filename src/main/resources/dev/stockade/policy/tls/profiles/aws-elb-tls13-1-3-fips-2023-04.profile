# AWS publishes no list of groups and none of signature schemes for its load balancers: neither is
# checked.

id: aws-elb-tls13-1-3-fips-2023-04
title: AWS Elastic Load Balancing, ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04
source: AWS Elastic Load Balancing user guides, describe-ssl-policies
confidence: verified
date: 2023-04

minimum: TLSv1.3

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
