package io.albspec.proxy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Records by their keys in a file of SQLite. Several are changed at once or not at all: first in a
 * log beside the file ({@code -wal}), which becomes part of it from time to time and when it is
 * closed.
 */
final class Records implements AutoCloseable {

  /** What is left of the log once its changes are in the file. */
  private static final int LOG_BYTES = 4 << 20;

  private final Path path;
  private final Connection connection;

  private Records(Path path, Connection connection) {
    this.path = path;
    this.connection = connection;
  }

  /** Makes a new file without records. */
  static Records create(Path path) throws IOException {
    Records records = open(path);
    try (Statement statement = records.connection.createStatement()) {
      statement.execute(
          "create table record (key text primary key, value blob not null) without rowid");
      records.connection.commit();
      return records;
    } catch (SQLException e) {
      throw records.notWritten(e);
    }
  }

  /**
   * Opens a file.
   *
   * @throws StoreException if it is damaged, or if SQLite cannot be used here
   */
  static Records open(Path path) {
    SQLiteConfig config = new SQLiteConfig();
    config.setLockingMode(LockingMode.EXCLUSIVE);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setJournalSizeLimit(LOG_BYTES);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + path);
      connection.setAutoCommit(false);
      return new Records(path, connection);
    } catch (SQLException e) {
      if (e.getCause() instanceof NativeLibraryNotFoundException) {
        throw new StoreException(
            "the library of SQLite cannot be loaded, which keeps %s: is %s a directory that can be written to and programs be loaded from? -Dorg.sqlite.tmpdir names another"
                .formatted(path, System.getProperty("java.io.tmpdir")),
            e);
      }
      throw StoreException.damaged(path, e.getMessage(), e);
    }
  }

  /**
   * All records.
   *
   * @throws StoreException if the file is damaged
   */
  NavigableMap<String, byte[]> all() {
    NavigableMap<String, byte[]> all = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select key, value from record")) {
      while (rows.next()) {
        all.put(rows.getString(1), rows.getBytes(2));
      }
      return all;
    } catch (SQLException e) {
      throw StoreException.damaged(path, e.getMessage(), e);
    }
  }

  /**
   * Writes some records and removes others. When this returns they are on the disk.
   *
   * @throws IOException if they could not be written; then nothing has changed
   */
  void change(Map<String, byte[]> written, Set<String> removed) throws IOException {
    try (PreparedStatement write =
            connection.prepareStatement("insert or replace into record values (?, ?)");
        PreparedStatement remove =
            connection.prepareStatement("delete from record where key = ?")) {
      for (Map.Entry<String, byte[]> each : written.entrySet()) {
        write.setString(1, each.getKey());
        write.setBytes(2, each.getValue());
        write.executeUpdate();
      }
      for (String each : removed) {
        remove.setString(1, each);
        remove.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw notWritten(e);
    }
  }

  private IOException notWritten(SQLException cause) {
    return new IOException("%s cannot be written: %s".formatted(path, cause.getMessage()), cause);
  }

  /** Gives the file back. What was not committed is not in it. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("%s cannot be closed".formatted(path), e);
    }
  }
}
