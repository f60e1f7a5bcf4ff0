package io.chipwire.store;

import io.chipwire.alert.DeliveryQueue;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A store, open for use. Thread-safe; several processes may have the same store open. Holds no
 * connection between calls, so there is nothing to close.
 *
 * <p>Every call may throw {@link StoreException}.
 */
public final class AlertStore {

  private static final int BUSY_MILLIS = 20_000;
  private static final int CONNECT_SECONDS = 10;

  private final Database database;
  private final Database quick;

  private AlertStore(Database database, Database quick) {
    this.database = database;
    this.quick = quick;
  }

  /**
   * Opens a store; makes it, or brings its tables up to date, where that is needed.
   *
   * @param ids gives a new id with each call, such as a random UUID
   * @throws StoreException if there is none and none can be made, or it does not answer
   */
  public static AlertStore open(StoreLocation location, Clock clock, Supplier<String> ids) {
    DataSource source =
        source(location, SQLiteConfig.SynchronousMode.FULL, SQLiteConfig.TransactionMode.IMMEDIATE);
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:io/chipwire/store/migration")
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException("store " + location + ": could not be opened", root(e));
    }
    Jdbi readers =
        Jdbi.create(
            source(
                location,
                SQLiteConfig.SynchronousMode.FULL,
                SQLiteConfig.TransactionMode.DEFERRED));
    Jdbi quick =
        Jdbi.create(
            source(
                location,
                SQLiteConfig.SynchronousMode.NORMAL,
                SQLiteConfig.TransactionMode.IMMEDIATE));
    return new AlertStore(
        new Database(Jdbi.create(source), readers, location, clock, ids),
        new Database(quick, readers, location, clock, ids));
  }

  /** What people ask for. */
  public Subscriptions subscriptions() {
    return new Subscriptions(database);
  }

  /** Changes of what people ask for. */
  public SubscriptionEdits edits() {
    return new SubscriptionEdits(database);
  }

  /** By what ways they are told. */
  public Channels channels() {
    return new Channels(database);
  }

  /** What was found for them. */
  public Outbox outbox() {
    return new Outbox(database);
  }

  /**
   * What is to be sent. In a file, what it writes outlives this process, but perhaps not the
   * machine's power: the less time passes between a receiver's answer and the ledger, the less is
   * sent twice by notifiers that are killed.
   */
  public DeliveryQueue deliveries() {
    return new Deliveries(quick);
  }

  /** How what was to be sent has fared. */
  public DeliveryLedger ledger() {
    return new DeliveryLedger(database);
  }

  /** What is read at secret addresses. */
  public Feeds feeds() {
    return new Feeds(database);
  }

  /** What was found, for people. */
  public Inbox inbox() {
    return new Inbox(database);
  }

  /** How far alerts got, for people. */
  public AlertDeliveries alertDeliveries() {
    return new AlertDeliveries(database);
  }

  /** Who may come in over HTTP. */
  public ApiTokens tokens() {
    return new ApiTokens(database);
  }

  private static DataSource source(
      StoreLocation location,
      SQLiteConfig.SynchronousMode synchronous,
      SQLiteConfig.TransactionMode mode) {
    Path file = location.file();
    if (file == null) {
      PGSimpleDataSource postgres = new PGSimpleDataSource();
      postgres.setUrl(location.url());
      postgres.setConnectTimeout(CONNECT_SECONDS);
      return postgres;
    }
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      makeForItsOwnerAlone(file);
    } catch (IOException e) {
      throw new StoreException("store " + location + ": its file cannot be made", e);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(synchronous);
    // One that reads first and writes then must be immediate: else it would fail, not wait, behind
    // another writer. One that only reads must not be: it would wait for the lock for writers.
    config.setTransactionMode(mode);
    config.setExplicitReadOnly(mode == SQLiteConfig.TransactionMode.DEFERRED);
    config.enforceForeignKeys(true);
    SQLiteDataSource sqlite = new SQLiteDataSource(config);
    sqlite.setUrl(location.url());
    return sqlite;
  }

  /** A new file is nobody else's to read: it holds the secrets of webhooks. */
  private static void makeForItsOwnerAlone(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && !Files.exists(file)) {
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (FileAlreadyExistsException e) {
        // another process made it just now, in the same way
      }
    }
  }

  /** The database's own words, without Flyway's page around them. */
  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof SQLException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof JdbiException ? failure : cause;
  }
}
