package dev.stockade.fleet.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;

/** An object's bytes; a connection that breaks is told with the object's name. */
final class S3Stream extends FilterInputStream {
  private final String name;

  S3Stream(InputStream in, String name) {
    super(in);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      throw StorageFailure.passing(name + ": the connection broke: " + e.getMessage());
    } catch (SdkException e) {
      throw AwsFailures.of(name, "s3:GetObject", e);
    }
  }
}
