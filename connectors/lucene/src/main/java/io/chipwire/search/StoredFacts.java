package io.chipwire.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.chipwire.extraction.Extraction;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.Figure;
import io.chipwire.query.FactKind;
import io.chipwire.signal.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;

/**
 * The facts of an article as bytes: for each kind how many, then of each where it begins, and its
 * JSON as the contract has it. Where they begin is known at once, what they say when it is asked
 * for. Immutable.
 */
final class StoredFacts {

  private static final ObjectMapper JSON = ExtractionJson.mapper();
  private static final ObjectReader FIGURE = JSON.readerFor(Figure.class);
  private static final ObjectReader COMMITMENT = JSON.readerFor(Commitment.class);
  private static final ObjectReader SIGNAL = JSON.readerFor(Signal.class);
  private static final FactKind[] KINDS = FactKind.values();

  private final byte[] bytes;
  private final Kind[] kinds = new Kind[KINDS.length];

  /**
   * The facts of one kind.
   *
   * @param places start, times two, plus one for those in the title
   * @param at where the JSON is
   * @param length how long the JSON is
   */
  private record Kind(int[] places, int[] at, int[] length) {}

  private StoredFacts(byte[] bytes) {
    this.bytes = bytes;
  }

  static byte[] write(Extraction extraction) throws IOException {
    ArticleParts parts = new ExtractionParts(extraction);
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    for (FactKind kind : KINDS) {
      List<?> facts =
          switch (kind) {
            case FIGURE -> extraction.figures();
            case COMMITMENT -> extraction.commitments();
            case SIGNAL -> extraction.signals();
          };
      out.writeVInt(facts.size());
      for (int i = 0; i < facts.size(); i++) {
        byte[] json = JSON.writeValueAsBytes(facts.get(i));
        out.writeVInt(parts.start(kind, i) << 1 | (parts.inTitle(kind, i) ? 1 : 0));
        out.writeVInt(json.length);
        out.writeBytes(json, json.length);
      }
    }
    return out.toArrayCopy();
  }

  /** Reads what {@link #write} wrote. */
  static StoredFacts read(byte[] bytes) {
    StoredFacts facts = new StoredFacts(bytes);
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    for (FactKind kind : KINDS) {
      int count = in.readVInt();
      Kind all = new Kind(new int[count], new int[count], new int[count]);
      for (int i = 0; i < count; i++) {
        all.places[i] = in.readVInt();
        all.length[i] = in.readVInt();
        all.at[i] = in.getPosition();
        in.skipBytes(all.length[i]);
      }
      facts.kinds[kind.ordinal()] = all;
    }
    return facts;
  }

  int count(FactKind kind) {
    return of(kind).places.length;
  }

  int start(FactKind kind, int position) {
    return of(kind).places[position] >>> 1;
  }

  boolean inTitle(FactKind kind, int position) {
    return (of(kind).places[position] & 1) == 1;
  }

  Figure figure(int position) {
    return read(FIGURE, FactKind.FIGURE, position);
  }

  Commitment commitment(int position) {
    return read(COMMITMENT, FactKind.COMMITMENT, position);
  }

  Signal signal(int position) {
    return read(SIGNAL, FactKind.SIGNAL, position);
  }

  private <F> F read(ObjectReader reader, FactKind kind, int position) {
    Kind all = of(kind);
    try {
      return reader.readValue(bytes, all.at[position], all.length[position]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Kind of(FactKind kind) {
    return kinds[kind.ordinal()];
  }
}
