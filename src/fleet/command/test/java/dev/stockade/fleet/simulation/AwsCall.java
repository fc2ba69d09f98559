package dev.stockade.fleet.simulation;

/**
 * One call to AWS, as both sides log it.
 *
 * @param data whether CloudTrail calls it a data event, which it logs only where it was told to
 * @param s3 whether its id has S3's form
 */
record AwsCall(
    long time,
    String service,
    String operation,
    boolean data,
    boolean s3,
    long idHigh,
    long idLow,
    String key,
    String host,
    boolean tls12) {
  LineText id(LineText line) {
    if (s3) {
      return line.add(Long.toHexString(idHigh | Long.MIN_VALUE).toUpperCase(java.util.Locale.ROOT));
    }
    return line.uuid(idHigh, idLow);
  }
}
