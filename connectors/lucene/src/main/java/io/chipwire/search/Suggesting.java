package io.chipwire.search;

import io.chipwire.fact.Bound;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Labelled;
import io.chipwire.fact.Metric;
import io.chipwire.query.Field;
import io.chipwire.signal.SignalKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Completes a query's last word from the language's words and the index's names. */
final class Suggesting {

  /** Names looked at for one prefix; more are of no use to anybody. */
  private static final int MAX_TERMS = 10_000;

  private final IndexReader reader;

  Suggesting(IndexReader reader) {
    this.reader = reader;
  }

  List<Suggestion> suggest(String typed, int limit) throws IOException {
    int start = typed.length();
    while (start > 0 && " (\t".indexOf(typed.charAt(start - 1)) < 0) {
      start--;
    }
    start += typed.startsWith("-", start) ? 1 : 0;
    String before = typed.substring(0, start);
    String word = typed.substring(start);
    if (word.isEmpty()) {
      return List.of();
    }
    int colon = word.indexOf(':');
    List<Suggestion> found = new ArrayList<>();
    if (colon >= 0) {
      Optional<Field> field = Labelled.find(Field.class, word.substring(0, colon));
      if (field.isPresent()) {
        addValues(found, before, field.get(), word.substring(colon + 1));
      }
    } else {
      String lower = word.toLowerCase(Locale.ROOT);
      Arrays.stream(Field.values())
          .map(Labelled::label)
          .filter(label -> label.startsWith(lower))
          .forEach(label -> found.add(new Suggestion(before + label + ":", label + ":", -1)));
      for (EntityType type : EntityType.values()) {
        addNames(found, before + type.label() + ":", IndexSchema.ENTITY + type.label(), lower);
      }
    }
    return found.stream()
        .sorted(Comparator.comparingLong(Suggestion::articles).reversed())
        .limit(limit)
        .toList();
  }

  private void addValues(List<Suggestion> found, String before, Field field, String prefix)
      throws IOException {
    String lower = prefix.toLowerCase(Locale.ROOT);
    String start = before + field.label() + ":";
    values(field)
        .filter(value -> value.startsWith(lower))
        .distinct()
        .forEach(value -> found.add(new Suggestion(start + value, value, -1)));
    String names =
        switch (field) {
          case COMPANY, ORGANIZATION, PRODUCT, PERSON, PLACE -> IndexSchema.ENTITY + field.label();
          case SUBJECT, OBLIGOR, COUNTERPARTY, UNIT, PERIOD, PER, PUBLISHER -> field.label();
          default -> "";
        };
    if (!names.isEmpty()) {
      boolean upper = field == Field.UNIT || field == Field.PERIOD;
      addNames(found, start, names, upper ? prefix.toUpperCase(Locale.ROOT) : lower);
    }
  }

  private static Stream<String> values(Field field) {
    return switch (field) {
      case METRIC -> labels(Metric.values());
      case KIND -> labels(SignalKind.values());
      case STATUS ->
          Stream.concat(labels(FigureStatus.values()), labels(CommitmentStatus.values()));
      case BOUND -> labels(Bound.values());
      case DIRECTION -> labels(Direction.values());
      default -> Stream.empty();
    };
  }

  private static Stream<String> labels(Labelled[] values) {
    return Arrays.stream(values).map(Labelled::label);
  }

  private void addNames(List<Suggestion> found, String start, String field, String prefix)
      throws IOException {
    BytesRef wanted = new BytesRef(prefix);
    Map<String, Long> counts = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      TermsEnum.SeekStatus status = each.seekCeil(wanted);
      for (BytesRef term = status == TermsEnum.SeekStatus.END ? null : each.term();
          term != null && StringHelper.startsWith(term, wanted) && counts.size() < MAX_TERMS;
          term = each.next()) {
        counts.merge(term.utf8ToString(), (long) each.docFreq(), Long::sum);
      }
    }
    counts.forEach(
        (name, count) -> {
          String value = name.indexOf(' ') >= 0 ? "\"" + name + "\"" : name;
          found.add(new Suggestion(start + value, name, count));
        });
  }
}
