package io.chipwire.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of a store: 256 random bits each, of which only the SHA-256 is kept. A hash without
 * salt is enough for what nobody can guess. Thread-safe.
 */
public final class ApiTokens {

  private static final String MARK = "chipwire_";
  private static final int SECRET_BYTES = 32;
  private static final int SHOWN = MARK.length() + 6;
  private static final int LONGEST_SECRET = 100;
  private static final int LONGEST_NAME = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Not every request needs to be written down. */
  private static final Duration USED_AGAIN = Duration.ofMinutes(1);

  private final Database database;

  ApiTokens(Database database) {
    this.database = database;
  }

  /**
   * Makes one.
   *
   * @param name what to call it; several may have the same
   * @throws IllegalArgumentException if the name is empty or too long
   */
  public ApiToken.New create(String name, TokenScope scope) {
    boolean printable = name.chars().noneMatch(Character::isISOControl);
    if (name.isBlank() || name.length() > LONGEST_NAME || !printable) {
      throw new IllegalArgumentException(
          "token's name \"%s\": expected 1 to %d characters on one line"
              .formatted(name.replaceAll("\\p{Cntrl}", " "), LONGEST_NAME));
    }
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ApiToken token =
        new ApiToken(
            database.ids().get(),
            name.strip(),
            secret.substring(0, SHOWN),
            scope,
            Instant.ofEpochMilli(database.now().toEpochMilli()),
            null,
            null);
    database.transaction(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO api_token (id, name, shown, hash, scope, created_at) VALUES (:id,"
                        + " :name, :shown, :hash, :scope, :created)")
                .bind("id", token.id())
                .bind("name", token.name())
                .bind("shown", token.shown())
                .bind("hash", StoredHistory.digest(secret))
                .bind("scope", scope.name())
                .bind("created", token.createdAt().toEpochMilli())
                .execute());
    return new ApiToken.New(token, secret);
  }

  /** All that ever were, oldest first. */
  public List<ApiToken> all() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM api_token ORDER BY created_at, id")
                .map((row, context) -> token(row))
                .list());
  }

  /** Whether there ever was one, revoked ones among them. */
  public boolean everMade() {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM api_token").mapTo(Long.class).one() > 0);
  }

  /**
   * The token of that secret, if it opens anything; this counts as a use. Who has none only reads,
   * and so keeps nobody waiting.
   */
  public Optional<ApiToken> use(String secret) {
    if (!secret.startsWith(MARK) || secret.length() > LONGEST_SECRET) {
      return Optional.empty();
    }
    String hash = StoredHistory.digest(secret);
    Optional<ApiToken> found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM api_token WHERE hash = :hash AND revoked_at IS NULL")
                    .bind("hash", hash)
                    .map((row, context) -> token(row))
                    .findOne());
    found.ifPresent(this::touch);
    return found;
  }

  private void touch(ApiToken token) {
    Instant now = database.now();
    if (token.lastUsedAt() == null || token.lastUsedAt().plus(USED_AGAIN).isBefore(now)) {
      database.transaction(
          handle ->
              handle
                  .createUpdate("UPDATE api_token SET last_used_at = :now WHERE id = :id")
                  .bind("now", now.toEpochMilli())
                  .bind("id", token.id())
                  .execute());
    }
  }

  /** It opens nothing any more; false if there is none of that id, or it was revoked before. */
  public boolean revoke(String id) {
    return database.transaction(
        handle ->
            handle
                    .createUpdate(
                        "UPDATE api_token SET revoked_at = :now WHERE id = :id AND revoked_at IS"
                            + " NULL")
                    .bind("now", database.now().toEpochMilli())
                    .bind("id", id)
                    .execute()
                == 1);
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        row.getString("id"),
        row.getString("name"),
        row.getString("shown"),
        TokenScope.valueOf(row.getString("scope")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        SubscriptionRows.instant(row, "last_used_at"),
        SubscriptionRows.instant(row, "revoked_at"));
  }
}
