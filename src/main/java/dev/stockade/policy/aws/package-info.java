/** How an AWS request stands against the policy. Pure functions over facts. */
package dev.stockade.policy.aws;
