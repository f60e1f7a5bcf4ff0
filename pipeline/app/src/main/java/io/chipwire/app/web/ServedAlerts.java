package io.chipwire.app.web;

import io.chipwire.store.AlertStore;
import java.time.Clock;

/**
 * What a server needs to show and change alerts.
 *
 * @param owner whose a subscription is that is added without naming one
 * @param open whether everybody who reaches the server is let in while no token was ever made
 */
public record ServedAlerts(AlertStore store, String owner, boolean open, Clock clock) {}
