package io.chipwire.search;

import io.chipwire.article.Article;
import io.chipwire.article.PageFlag;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An article without its text and tables as bytes: its fields, one after the other. */
final class StoredHead {

  private StoredHead() {}

  static byte[] write(Article article) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeString(article.id());
    out.writeString(article.source());
    out.writeVLong(article.ordinal());
    write(out, article.inputId());
    write(out, article.url());
    write(out, article.title());
    write(out, article.byline());
    write(out, article.publisher());
    write(out, article.publishedAt());
    write(out, article.publishedOffset());
    write(out, article.modifiedAt());
    write(out, article.fetchedAt());
    write(out, article.language());
    out.writeVInt(article.flags().size());
    for (PageFlag flag : article.flags()) {
      out.writeString(flag.name());
    }
    write(out, article.copyOf());
    return out.toArrayCopy();
  }

  static Article read(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    return new Article(
        in.readString(),
        in.readString(),
        in.readVLong(),
        string(in),
        string(in),
        string(in),
        string(in),
        string(in),
        instant(in),
        string(in),
        instant(in),
        instant(in),
        string(in),
        "",
        List.of(),
        flags(in),
        in.eof() ? null : string(in)); // heads were written without it at first
  }

  private static void write(DataOutput out, @Nullable String value) throws IOException {
    out.writeByte((byte) (value == null ? 0 : 1));
    if (value != null) {
      out.writeString(value);
    }
  }

  private static void write(DataOutput out, @Nullable Instant value) throws IOException {
    out.writeByte((byte) (value == null ? 0 : 1));
    if (value != null) {
      out.writeZLong(value.getEpochSecond());
      out.writeVInt(value.getNano());
    }
  }

  private static @Nullable String string(DataInput in) throws IOException {
    return in.readByte() == 0 ? null : in.readString();
  }

  private static @Nullable Instant instant(DataInput in) throws IOException {
    return in.readByte() == 0 ? null : Instant.ofEpochSecond(in.readZLong(), in.readVInt());
  }

  private static List<PageFlag> flags(DataInput in) throws IOException {
    int count = in.readVInt();
    List<PageFlag> flags = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      flags.add(PageFlag.valueOf(in.readString()));
    }
    return flags;
  }
}
