# Passes only when a post-quantum hybrid group was negotiated, as pq-ready does, whose draft is RFC 10024
# by now. Of the three the registry recommends X25519MLKEM768.

id: pq-ready-2026-08
title: Post-quantum hybrid key exchange, RFC 10024
source: RFC 10024
source: JEP 527
confidence: verified
date: 2026-08

minimum: TLSv1.3

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_CHACHA20_POLY1305_SHA256

groups: X25519MLKEM768 SecP256r1MLKEM768 SecP384r1MLKEM1024
