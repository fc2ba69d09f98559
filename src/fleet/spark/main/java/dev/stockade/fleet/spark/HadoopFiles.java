package dev.stockade.fleet.spark;

import dev.stockade.fleet.storage.FileOpener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;

/** One journal's files on any of Hadoop's file systems, to be read by an executor. */
final class HadoopFiles implements FileOpener {
  private final Configuration configuration;

  HadoopFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The key is the whole path, with its scheme. */
  @Override
  public InputStream open(String key, long offset) {
    try {
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(key);
      FileSystem files = path.getFileSystem(configuration);
      FSDataInputStream in = files.open(path);
      in.seek(offset);
      return in;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
