package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import java.util.ArrayList;
import java.util.List;

/** Deals out the names of "A and B reached 3% and 4%, respectively" to the amounts, in order. */
final class Respectively {

  private Respectively() {}

  static void apply(Line line, List<Draft> drafts) {
    int at = line.lower().indexOf("respectively");
    if (at < 0) {
      return;
    }
    List<Draft> listed = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.end() <= at
          && at - draft.end() <= 40
          && (listed.isEmpty() || same(listed.getLast(), draft))) {
        listed.add(draft);
      } else if (draft.end() <= at) {
        listed.clear();
        listed.add(draft);
      }
    }
    if (listed.size() < 2) {
      return;
    }
    for (EntityType type : List.of(EntityType.COMPANY, EntityType.PRODUCT)) {
      List<Mention> names = names(line, type, listed.getFirst().first(), listed.size());
      for (int i = 0; i < names.size(); i++) {
        Draft draft = listed.get(i);
        if (type == EntityType.COMPANY) {
          draft.subject = names.get(i).id();
          draft.subjectBy = Evidence.STATED;
        } else {
          draft.product = names.get(i).id();
        }
      }
    }
  }

  private static boolean same(Draft one, Draft other) {
    return one.kind == other.kind && one.metric() == other.metric();
  }

  /** The last so many names of a type that are joined into one list before a token; else none. */
  private static List<Mention> names(Line line, EntityType type, int before, int count) {
    List<Mention> names = new ArrayList<>();
    for (Mention mention : line.mentions()) {
      if (mention.type() != type || mention.end() > before || !mention.byName()) {
        continue;
      }
      boolean joined = !names.isEmpty() && joins(line, names.getLast().end(), mention.first());
      if (!joined && names.size() == count) {
        continue;
      }
      if (!joined) {
        names.clear();
      }
      names.add(mention);
    }
    return names.size() == count ? names : List.of();
  }

  private static boolean joins(Line line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!line.word(i).matches(",|and|&|or|the|'s")) {
        return false;
      }
    }
    return to > from;
  }
}
