/**
 * The command {@code ship}: what journals get goes to S3, CloudWatch Logs or Firehose. Lines wait
 * in a spool on the disk; nothing here looks into them more than it must.
 */
package dev.stockade.fleet.ship;
