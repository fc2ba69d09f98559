/**
 * Commands about policies, and about journals seen through a policy. They ask the same pure
 * functions that decide in a host; never loaded there.
 */
package dev.stockade.cli.policy;
