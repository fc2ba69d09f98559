/** Judges an AWS request against the policy. Pure functions over facts. */
package dev.stockade.policy.aws;
