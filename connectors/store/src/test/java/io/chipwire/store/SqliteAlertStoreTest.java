package io.chipwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
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
