# An Internet-Draft, which expires on 2027-01-20 and will get another id as an RFC. MLKEM1024 is no hybrid,
# and no JDK that was looked at can use it: to measure with, not to enforce.

id: cnsa-2.0-draft-05
title: NSA CNSA 2.0, draft-becker-cnsa2-tls-profile-05
source: github:aws/s2n-tls tests/policy_snapshot/snapshots/cnsa_2, commit 8cbf81ad74968a1d03efbd9352a89abd292232d4
source: github:nervosys/IronSocketLayer crates/isl-ontology/src/profiles.rs, commit 253ee0ab
confidence: secondary
date: 2026-07-19

minimum: TLSv1.3
report-only: true

tls13: TLS_AES_256_GCM_SHA384

groups: MLKEM1024

schemes: mldsa87
