package io.chipwire.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The same against a real PostgreSQL server. */
class PostgresAlertStoreIT {

  private static EmbeddedPostgres server;
  private static int databases;

  @Nested
  class Alerting extends AlertStoreContract {
    @Override
    StoreLocation emptyStore() throws Exception {
      return emptyDatabase();
    }
  }

  @Nested
  class Delivering extends DeliveryLedgerContract {
    @Override
    StoreLocation emptyStore() throws Exception {
      return emptyDatabase();
    }
  }

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static StoreLocation emptyDatabase() throws Exception {
    String name = "store" + databases++;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return StoreLocation.of(server.getJdbcUrl("postgres", name));
  }
}
