/** Rules, verdicts and findings: the words of a judgement. Knows no facts of TLS or AWS. */
package dev.stockade.policy.rule;
