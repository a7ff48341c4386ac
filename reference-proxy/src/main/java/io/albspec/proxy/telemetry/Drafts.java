package io.albspec.proxy.telemetry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that are being written or wait for their delivery. Takes calls from any thread. */
final class Drafts implements Closeable {

  private final Path all;
  private final Path own;
  private DraftFolder folder;

  /**
   * Makes nothing before it is needed.
   *
   * @param all the folder of the drafts of all processes
   * @param name that of the folder for this one
   */
  Drafts(Path all, String name) {
    this.all = all;
    this.own = all.resolve(name);
  }

  /** Where to write a file that is to go into that bucket under that key. */
  synchronized Path draft(String bucket, String key) throws IOException {
    if (folder == null) {
      folder = DraftFolder.make(own);
    }
    return folder.draft(bucket, key);
  }

  /** Whether another process may have left drafts behind. */
  boolean mayBeLeft() {
    return Files.isDirectory(all);
  }

  /** The folders that were left behind, to be closed. */
  List<DraftFolder> leftBehind() throws IOException {
    List<DraftFolder> left = new ArrayList<>();
    if (!mayBeLeft()) {
      return left;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
      for (Path other : folders) {
        if (!other.equals(own)) {
          DraftFolder.takeOver(other).ifPresent(left::add);
        }
      }
    }
    return left;
  }

  @Override
  public synchronized void close() throws IOException {
    if (folder != null) {
      folder.close();
    }
  }

  /** The folder of this process's drafts. */
  @Override
  public String toString() {
    return own.toString();
  }
}
