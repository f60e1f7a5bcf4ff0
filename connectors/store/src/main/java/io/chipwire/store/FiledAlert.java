package io.chipwire.store;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the outbox.
 *
 * @param suppression why it is not told, or null if it is
 */
public record FiledAlert(Alert alert, @Nullable Suppression suppression) {}
