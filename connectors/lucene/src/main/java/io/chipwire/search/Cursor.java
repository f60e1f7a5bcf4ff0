package io.chipwire.search;

import io.chipwire.search.SearchRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where an answer ended.
 *
 * @param asked a hash of the query and its order, for which alone the cursor is good
 * @param snapshot the searcher that gave the answer
 * @param today the day, since 1970, from which recency was counted
 * @param key the last article's value of the first sort field, as bits
 * @param published the last article's date, in milliseconds since 1970
 * @param idHash the hash of the last article's id
 */
record Cursor(long asked, long snapshot, long today, long key, long published, long idHash) {

  private static final int VERSION = 1;
  private static final int MAX_LENGTH = 200;

  String encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(asked);
      out.writeLong(snapshot);
      out.writeLong(today);
      out.writeLong(key);
      out.writeLong(published);
      out.writeLong(idHash);
      CRC32 check = new CRC32();
      check.update(bytes.toByteArray());
      out.writeInt((int) check.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  static Cursor decode(String text, long asked) throws SearchRefusedException {
    if (text.length() > MAX_LENGTH) {
      throw unreadable(text);
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      CRC32 check = new CRC32();
      check.update(bytes, 0, Math.max(0, bytes.length - Integer.BYTES));
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      if (in.readByte() != VERSION) {
        throw unreadable(text);
      }
      long query = in.readLong();
      long snapshot = in.readLong();
      long today = in.readLong();
      long key = in.readLong();
      long published = in.readLong();
      long idHash = in.readLong();
      if (in.readInt() != (int) check.getValue()) {
        throw unreadable(text);
      }
      if (query != asked) {
        throw new SearchRefusedException(
            Reason.CURSOR,
            "cursor: found one of another query, expected one of this query and order");
      }
      return new Cursor(query, snapshot, today, key, published, idHash);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(text);
    }
  }

  private static SearchRefusedException unreadable(String text) {
    String start = text.length() <= 20 ? text : text.substring(0, 20) + "…";
    return new SearchRefusedException(
        Reason.CURSOR,
        "cursor \"" + start + "\": expected the cursor of an answer, as it was given");
  }
}
