package io.chipwire.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeliveryLedgerTest extends DeliveryLedgerContract {

  @TempDir private Path folder;

  @Override
  StoreLocation emptyStore() {
    return StoreLocation.of(folder.resolve("alerts.db").toString());
  }
}
