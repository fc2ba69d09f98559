package dev.stockade.fleet.spark;

import dev.stockade.fleet.storage.Storage;
import dev.stockade.fleet.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;

/** One journal's files on any of Hadoop's file systems, to be read by an executor. */
final class HadoopStorage implements Storage {
  private final Configuration configuration;

  HadoopStorage(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public String name() {
    return "hadoop";
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

  @Override
  public Stream<StoredFile> list(String prefix, String after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void write(String key, Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean create(String key, Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    // Hadoop shares its file systems.
  }
}
