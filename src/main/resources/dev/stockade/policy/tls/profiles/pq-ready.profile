# Passes only when a post-quantum hybrid group was negotiated: a profile to measure readiness with.
# The draft is a moving text; the date is the month in which it was read.

id: pq-ready
title: Post-quantum hybrid key exchange
source: draft-ietf-tls-ecdhe-mlkem-05, JEP 527
date: 2026-11

minimum: TLSv1.3

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_CHACHA20_POLY1305_SHA256

groups: X25519MLKEM768 SecP256r1MLKEM768 SecP384r1MLKEM1024
