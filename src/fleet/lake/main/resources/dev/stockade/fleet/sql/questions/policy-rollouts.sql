-- title: Where each policy is in force
-- columns: policy_digest, policy_profile, services, instances, current_instances, first_seen, last_seen
WITH used AS (
  SELECT service, instance, coalesce(policy_digest, '-') AS policy_digest, coalesce(policy_profile, '-') AS policy_profile,
         min(first_ts) AS first_seen, max(last_ts) AS last_seen
  FROM records WHERE day BETWEEN '${from}' AND '${to}'
  GROUP BY service, instance, coalesce(policy_digest, '-'), coalesce(policy_profile, '-')),
ordered AS (
  SELECT service, instance, policy_digest, policy_profile, first_seen, last_seen,
         row_number() OVER (PARTITION BY service, instance ORDER BY last_seen DESC, first_seen DESC, policy_digest, policy_profile) AS latest
  FROM used)
SELECT policy_digest, policy_profile, count(DISTINCT service) AS services, count(*) AS instances,
       CAST(sum(CASE WHEN latest = 1 THEN 1 ELSE 0 END) AS BIGINT) AS current_instances, min(first_seen) AS first_seen, max(last_seen) AS last_seen
FROM ordered GROUP BY policy_digest, policy_profile
ORDER BY last_seen DESC, policy_digest, policy_profile
