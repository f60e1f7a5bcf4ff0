package io.chipwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqliteAlertStoreTest extends AlertStoreContract {

  @TempDir private Path folder;

  @Override
  StoreLocation emptyStore() {
    return StoreLocation.of(folder.resolve("new/alerts.db").toString());
  }

  @Test
  void makesAFileForItsOwnerAlone() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("new/alerts.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  @Timeout(10) // half as long as one waits for a writer
  void readsWhileSomebodyWrites() throws Exception {
    StoreLocation location = emptyStore();
    AlertStore store = AlertStore.open(location, clock, () -> UUID.randomUUID().toString());
    String token = store.tokens().create("desk", TokenScope.READ).secret();
    assertThat(store.tokens().use(token)).isPresent();
    try (Connection writer = DriverManager.getConnection(location.url());
        Statement statement = writer.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThat(store.tokens().use(token)).isPresent(); // written down a moment ago
      assertThat(store.tokens().use("chipwire_guessed")).isEmpty();
      assertThat(store.tokens().everMade()).isTrue();
      assertThat(store.tokens().all()).hasSize(1);
      assertThat(store.channels().mailedWith("guessed")).isEmpty();
      assertThat(store.channels().unsubscribe("guessed")).isFalse();
      assertThat(store.feeds().read("guessed", 10)).isEmpty();
      assertThat(store.inbox().latest(null, true, 10)).isEmpty();
      assertThat(store.inbox().since(clock.instant(), 10)).isEmpty();
      assertThat(store.inbox().find("none")).isEmpty();
      assertThat(store.inbox().counts()).isEmpty();
      assertThat(store.outbox().latest("none", 10)).isEmpty();
      assertThat(store.alertDeliveries().of("none")).isEmpty();
      assertThat(store.ledger().list(DeliveryFilter.ALL, 10)).isEmpty();
      assertThat(store.subscriptions().all()).isEmpty();
      assertThat(store.subscriptions().get("none")).isEmpty();
      assertThat(store.subscriptions().find("ann", "none")).isEmpty();
      assertThat(store.subscriptions().changedAfter(0)).isEmpty();
    }
  }

  @Test
  void refusesAFileThatIsNoStore() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all, ".repeat(200));

    assertThatThrownBy(
            () -> AlertStore.open(StoreLocation.of(letter.toString()), clock, () -> "id"))
        .isInstanceOf(StoreException.class)
        .hasMessage("store " + letter + ": could not be opened");
  }

  @Test
  void showsNoSecretsOfADatabase() {
    StoreLocation location =
        StoreLocation.of("jdbc:postgresql://db.example/alerts?user=ann&password=hush&ssl=true");

    assertThat(location.toString())
        .isEqualTo("jdbc:postgresql://db.example/alerts?user=…&password=…&ssl=true");
    assertThatThrownBy(() -> StoreLocation.of("jdbc:mysql://ann:hush@db/x?password=hush"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("store jdbc:mysql://…@db/x?password=…: expected a file");
  }
}
