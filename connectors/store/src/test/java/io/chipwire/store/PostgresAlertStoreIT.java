package io.chipwire.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same against a real PostgreSQL server. */
class PostgresAlertStoreIT extends AlertStoreContract {

  private static EmbeddedPostgres server;
  private static int databases;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Override
  StoreLocation emptyStore() throws Exception {
    String name = "store" + databases++;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return StoreLocation.of(server.getJdbcUrl("postgres", name));
  }
}
