package io.chipwire.search;

import io.chipwire.fact.Entity;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Labelled;
import io.chipwire.fact.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.jspecify.annotations.Nullable;

/**
 * The entities of an article as bytes: of each its id, type, name, and its mentions, told by their
 * distance from the one before.
 */
record StoredEntities(byte[] bytes) {

  static byte[] write(List<Entity> entities) throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    for (Entity entity : entities) {
      out.writeString(entity.id());
      out.writeString(entity.type().label());
      out.writeString(entity.name());
      out.writeVInt(entity.mentions().size());
      int last = 0;
      for (Span mention : entity.mentions()) {
        out.writeZInt(mention.start() - last);
        out.writeVInt(mention.end() - mention.start());
        last = mention.start();
      }
    }
    return out.toArrayCopy();
  }

  /** All of them. */
  List<Entity> all() {
    List<Entity> all = new ArrayList<>();
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    try {
      while (!in.eof()) {
        String id = in.readString();
        EntityType type = Labelled.find(EntityType.class, in.readString()).orElseThrow();
        String name = in.readString();
        List<Span> mentions = new ArrayList<>();
        mentions(in, mentions::add);
        all.add(new Entity(id, type, name, mentions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Tells where the text names any of these entities. */
  void mentions(Set<String> ids, BiConsumer<String, Span> each) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    try {
      while (!ids.isEmpty() && !in.eof()) {
        String id = in.readString();
        in.skipBytes(in.readVInt()); // type
        in.skipBytes(in.readVInt()); // name
        mentions(in, ids.contains(id) ? mention -> each.accept(id, mention) : null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mentions(ByteArrayDataInput in, @Nullable Consumer<Span> each)
      throws IOException {
    int count = in.readVInt();
    int start = 0;
    for (int i = 0; i < count; i++) {
      start += in.readZInt();
      int length = in.readVInt();
      if (each != null) {
        each.accept(new Span(start, start + length));
      }
    }
  }
}
