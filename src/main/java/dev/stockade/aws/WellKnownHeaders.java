package dev.stockade.aws;

/** The headers of a request that have a meaning to its signature, found in one pass. */
final class WellKnownHeaders {
  String host;
  String date;
  String amzDate;
  String contentSha256;
  String contentLength;
  String contentType;
  String transferEncoding;
  String regionSet;
  boolean token;

  void read(RequestHead head) {
    clear();
    for (int i = 0; i < head.size(); i++) {
      String name = head.name(i);
      String value = head.value(i);
      switch (name.length()) {
        case 4:
          if (host == null && name.equalsIgnoreCase("host")) {
            host = value;
          } else if (date == null && name.equalsIgnoreCase("date")) {
            date = value.trim();
          }
          break;
        case 10:
          if (amzDate == null && name.equalsIgnoreCase("x-amz-date")) {
            amzDate = value.trim();
          }
          break;
        case 12:
          if (name.equalsIgnoreCase("content-type")) {
            contentType = value;
          }
          break;
        case 14:
          if (name.equalsIgnoreCase("content-length")) {
            contentLength = value.trim();
          }
          break;
        case 16:
          if (name.equalsIgnoreCase("x-amz-region-set")) {
            regionSet = value.trim();
          }
          break;
        case 17:
          if (name.equalsIgnoreCase("transfer-encoding")) {
            transferEncoding = value;
          }
          break;
        case 20:
          if (contentSha256 == null && name.equalsIgnoreCase("x-amz-content-sha256")) {
            contentSha256 = value.trim();
          } else if (name.equalsIgnoreCase("x-amz-security-token")) {
            token = true;
          }
          break;
        case 21:
          // S3 Express: the token of CreateSession.
          token |= name.equalsIgnoreCase("x-amz-s3session-token");
          break;
        default:
      }
    }
  }

  void clear() {
    host = null;
    date = null;
    amzDate = null;
    contentSha256 = null;
    contentLength = null;
    contentType = null;
    transferEncoding = null;
    regionSet = null;
    token = false;
  }
}
