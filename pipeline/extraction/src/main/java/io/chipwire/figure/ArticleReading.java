package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.figure.Period.Kind;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.FiscalYear;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.quantity.Quantity;
import io.chipwire.table.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through one article in reading order. Used once. */
final class ArticleReading {

  private static final Words WORDS = Words.beside(ArticleReading.class);
  private static final Set<String> ANALYSTS = WORDS.of("article-reading.analysts");
  private static final int SHORT = 9;
  private static final int OPENING = 12;
  private static final int LONGEST_HEADING = 25;

  private final SentenceReader sentences;
  private final TableRows tables;
  private final Timeline timeline;
  private final StatusCues statuses;
  private final Discourse talk;
  private final Lexicon lexicon;
  private final Confidence confidence;

  ArticleReading(
      SentenceReader sentences,
      TableRows tables,
      TimeGrammar times,
      Timeline timeline,
      StatusCues statuses,
      Discourse talk,
      Lexicon lexicon,
      Confidence confidence) {
    this.sentences = sentences;
    this.tables = tables;
    this.timeline = timeline;
    this.statuses = statuses;
    this.talk = talk;
    this.lexicon = lexicon;
    this.confidence = confidence;
  }

  List<Figure> read(@Nullable Passage title, Passage text) {
    findMainPeriod(title, text);
    if (title != null) {
      talk.mainMetric(sentences.headline(title));
    }
    talk.market(title != null && sentences.isAboutMarket(title));
    List<Draft> inText = drafts(text);
    List<Figure> figures = new ArrayList<>();
    if (title != null) {
      talk.enterTitle();
      for (Draft draft : drafts(title)) {
        sameAsIn(inText, draft);
        figures.add(draft.figure(true, confidence.of(draft)));
      }
    }
    for (Draft draft : inText) {
      figures.add(draft.figure(false, confidence.of(draft)));
    }
    return List.copyOf(figures);
  }

  /** A headline is short: where the text has the same amount, it says what it is. */
  private static void sameAsIn(List<Draft> inText, Draft draft) {
    for (Draft said : inText) {
      boolean same =
          said.quantity.unit().equals(draft.quantity.unit())
              && sameNumber(said.quantity.low(), draft.quantity.low())
              && sameNumber(said.quantity.high(), draft.quantity.high());
      if (same) {
        draft.metric = said.metric;
        draft.subject = said.subject;
        draft.product = said.product;
        draft.period = said.period;
        draft.change = said.change;
        draft.status = said.status;
        draft.metricBy = said.metricBy;
        draft.subjectBy = said.subjectBy;
        draft.periodBy = said.periodBy;
        return;
      }
    }
  }

  private static boolean sameNumber(
      java.math.@Nullable BigDecimal one, java.math.@Nullable BigDecimal other) {
    return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
  }

  private List<Draft> drafts(Passage passage) {
    List<Draft> drafts = new ArrayList<>();
    List<Sentence> all = passage.annotated().sentences();
    String text = passage.annotated().text();
    for (int i = 0; i < all.size(); ) {
      int end = i + 1;
      while (end < all.size() && all.get(end).paragraph() == all.get(i).paragraph()) {
        end++;
      }
      List<Sentence> paragraph = all.subList(i, end);
      String words = text.substring(paragraph.getFirst().start(), paragraph.getLast().end());
      if (words.contains(TableRows.SEPARATOR)) {
        List<Quantity> quantities = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        for (Sentence sentence : paragraph) {
          quantities.addAll(quantities(passage, sentence));
          mentions.addAll(mentions(passage, sentence));
        }
        drafts.addAll(tables.read(text, paragraph, quantities, mentions, talk));
      } else {
        prose(passage, paragraph, words, drafts);
      }
      i = end;
    }
    return drafts;
  }

  private void prose(Passage passage, List<Sentence> paragraph, String words, List<Draft> drafts) {
    boolean heading =
        paragraph.size() == 1
            && paragraph.getFirst().size() <= LONGEST_HEADING
            && !words.matches("(?s).*[.!?;:”\"]$")
            && quantities(passage, paragraph.getFirst()).isEmpty();
    talk.enter(paragraph.getFirst().paragraph(), heading);
    boolean announces = false;
    for (Sentence sentence : paragraph) {
      List<String> lower = Line.lower(sentence);
      announces |= statuses.has(lower, StatusCues.Kind.HEADING);
      List<Quantity> quantities = quantities(passage, sentence);
      List<Mention> mentions = mentions(passage, sentence);
      introduce(lower, mentions, sentence == paragraph.getFirst());
      if (quantities.isEmpty()) {
        overhear(sentence, lower, mentions, heading);
      } else {
        drafts.addAll(sentences.read(passage.annotated(), sentence, quantities, mentions, talk));
      }
      tables.introduce(lower);
    }
    if (heading || words.endsWith(":")) {
      talk.outlook(announces);
    }
  }

  /** A sentence without quantities still says whom and when the next ones mean. */
  private void overhear(
      Sentence sentence, List<String> lower, List<Mention> mentions, boolean heading) {
    if (!heading) {
      talk.hear(lower, mentions);
    }
    talk.heardMetric(sentences.named(lower));
    for (When when : sentences.times(sentence, lower, List.of())) {
      Period period = when.period();
      boolean quarter =
          period != null && period.kind() == Kind.QUARTER && when.shape() != When.Shape.NTH;
      if (quarter) {
        boolean future =
            statuses.has(lower, StatusCues.Kind.HEADING)
                || statuses.has(lower, StatusCues.Kind.OUTLOOK);
        Period heard = timeline.resolve(when, talk.period(), future, fiscalYear());
        if (heading || lower.getLast().equals(":")) {
          talk.section(heard);
        } else {
          talk.period(heard, future ? FigureStatus.GUIDANCE : FigureStatus.ACTUAL);
        }
      }
    }
  }

  /** A label before a colon or a full stop ("Oracle: …"), and who works where. */
  private void introduce(List<String> lower, List<Mention> mentions, boolean first) {
    if (first && !mentions.isEmpty()) {
      Mention mention = mentions.getFirst();
      boolean labels =
          mention.first() == 0
              && Line.isParty(mention)
              && mention.end() < lower.size() + 1
              && (mention.end() == lower.size() - 1 && lower.getLast().equals(".")
                  || mention.end() < lower.size() && lower.get(mention.end()).equals(":"));
      if (labels) {
        talk.label(mention.id());
      }
    }
    for (Mention person : mentions) {
      if (person.type() == EntityType.PERSON) {
        employ(lower, mentions, person);
      }
    }
  }

  /**
   * "Park Sun-hee, who follows it at Hangang", "analyst Park of Hangang", "Hangang analyst Park".
   */
  private void employ(List<String> lower, List<Mention> mentions, Mention person) {
    for (Mention company : mentions) {
      boolean behind = company.first() >= person.end() && company.first() - person.end() <= SHORT;
      String before = company.first() == 0 ? "" : lower.get(company.first() - 1);
      boolean at =
          before.equals("at")
              || before.equals("of")
              || before.equals("from")
              || before.equals("for");
      boolean comma = person.end() < lower.size() && lower.get(person.end()).equals(",");
      boolean role = person.first() > 0 && ANALYSTS.contains(lower.get(person.first() - 1));
      boolean house = role && company.end() == person.first() - 1;
      if (Line.isParty(company) && company.byName() && (house || behind && at && (comma || role))) {
        talk.employ(person.id(), company.id());
        return;
      }
    }
  }

  private FiscalYear fiscalYear() {
    String focus = talk.focus();
    return focus == null ? FiscalYear.CALENDAR : lexicon.fiscalYear(focus);
  }

  /** The period that the article reports on: the first quarter, half or year that it names. */
  private void findMainPeriod(@Nullable Passage title, Passage text) {
    List<Passage> passages = title == null ? List.of(text) : List.of(title, text);
    for (Passage passage : passages) {
      for (Sentence sentence : passage.annotated().sentences()) {
        if (sentence.index() > OPENING) {
          return;
        }
        List<String> lower = Line.lower(sentence);
        for (When when : sentences.times(sentence, lower, quantities(passage, sentence))) {
          Period period = when.period();
          if (period != null && period.kind() == Kind.MONTH && talk.mainMonth() == null) {
            talk.mainMonth(timeline.resolve(when, null, false, fiscalYear()));
          }
          boolean part =
              period != null
                  && (period.kind() == Kind.QUARTER || period.kind() == Kind.HALF)
                  && when.shape() != When.Shape.NTH;
          if (part) {
            if (period != null && period.fiscal()) {
              talk.fiscal(talk.focus());
            }
            Period coming = coming(lower, when);
            if (coming != null) {
              talk.mainAhead(coming);
              continue;
            }
            talk.mainPeriod(timeline.resolve(when, null, false, fiscalYear()));
            return;
          }
        }
      }
    }
  }

  /** The quarter that a sentence about what is to come means, if it was not over; or null. */
  private @Nullable Period coming(List<String> lower, When when) {
    boolean outlook =
        statuses.has(lower, StatusCues.Kind.OUTLOOK) || statuses.has(lower, StatusCues.Kind.FUTURE);
    if (!outlook) {
      return null;
    }
    Period period = timeline.resolve(when, null, true, fiscalYear());
    return period != null && timeline.isAhead(period) ? period : null;
  }

  private static List<Quantity> quantities(Passage passage, Sentence sentence) {
    return passage.quantities().stream().filter(q -> q.sentence() == sentence.index()).toList();
  }

  private static List<Mention> mentions(Passage passage, Sentence sentence) {
    return passage.mentions().stream().filter(m -> m.sentence() == sentence.index()).toList();
  }
}
