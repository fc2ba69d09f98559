# Mozilla's configuration for modern clients: TLS 1.3 alone.

id: mozilla-modern-6.0
title: Mozilla Server Side TLS 6.0, modern
source: github:mozilla/ssl-config-generator src/static/guidelines/6.0.json, commit 858f8f74a4fd1293a3a7f5ab0c16eb1eb891393a
date: 2026-04-06

minimum: TLSv1.3

tls13: TLS_AES_128_GCM_SHA256
tls13: TLS_AES_256_GCM_SHA384
tls13: TLS_CHACHA20_POLY1305_SHA256

groups: X25519MLKEM768
groups: x25519 secp256r1 secp384r1
