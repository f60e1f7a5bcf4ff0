package io.chipwire.app.web;

import io.chipwire.store.AlertStore;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a server shows of alerts to who knows a secret address: feeds, and the end of mails.
 *
 * @param publicUrl where readers reach the server, without a slash in the end; null: where they
 *     asked
 */
public record Published(AlertStore store, @Nullable URI publicUrl) {}
