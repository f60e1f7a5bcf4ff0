package io.chipwire.figure;

import io.chipwire.fact.Metric;
import io.chipwire.figure.Draft.Tie;
import io.chipwire.figure.MetricTraits.Time;
import io.chipwire.figure.When.Shape;
import io.chipwire.lexicon.FiscalYear;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.table.Words;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts words of time on the calendar of whoever a figure is about, past or to come as it is. */
final class PeriodResolution {

  private static final Words WORDS = Words.beside(PeriodResolution.class);
  private static final Set<String> MONTHS = WORDS.of("period-choice.months");
  private static final Set<String> OUTLOOKS = WORDS.of("period-choice.outlooks");

  private final Map<Metric, MetricTraits> traits;
  private final Lexicon lexicon;
  private final Timeline timeline;
  private final Speech speech;
  private final StatusCues statuses;

  PeriodResolution(
      Map<Metric, MetricTraits> traits,
      Lexicon lexicon,
      Timeline timeline,
      Speech speech,
      StatusCues statuses) {
    this.traits = traits;
    this.lexicon = lexicon;
    this.timeline = timeline;
    this.speech = speech;
    this.statuses = statuses;
  }

  /**
   * The period that words of time mean for a figure, or null; notes what they say of the calendar.
   *
   * @param base the period of what it is compared with, or the one spoken of; null if none
   */
  @Nullable Period of(Line line, When said, @Nullable Period base, Draft draft, Discourse talk) {
    String company = draft.subject != null ? draft.subject : talk.focus();
    FiscalYear fiscalYear = company == null ? FiscalYear.CALENDAR : lexicon.fiscalYear(company);
    boolean market = draft.metric() == Metric.MARKET_SHARE || draft.metric() == Metric.MARKET_SIZE;
    boolean due = Set.of("by", "until", "before").contains(line.word(said.first() - 1));
    boolean announced =
        draft.metric() == Metric.PRICE
            && draft.change != null
            && line.has(Set.of("for"), said.first() - 2, said.first());
    boolean imposed =
        draft.metric() == Metric.TARIFF && statuses.has(line.lower(), StatusCues.Kind.FUTURE);
    boolean future =
        due
            || announced
            || imposed
            || draft.isAhead() && draft.tie != Tie.COMPARED && !happened(line, draft);
    Period period = said.period();
    When when = said;
    if (period != null && period.fiscal()) {
      talk.fiscal(draft.subject);
    } else if (period != null
        && said.shape() == Shape.OPEN
        && period.kind() == Period.Kind.QUARTER
        && !market
        && talk.isFiscal(draft.subject)) {
      when = new When(said.first(), said.end(), said.shape(), period.asFiscal(true));
    }
    Period spokenOf = talk.period(draft.status, draft.subject);
    boolean named =
        said.shape() == Shape.OPEN
            && Period.ifQuarter(period) != null
            && line.has(MONTHS, said.first(), said.end());
    if (named && future && Period.ifQuarter(spokenOf) != null && spokenOf.fiscal()) {
      return spokenOf;
    }
    Period year = fiscalYear(line, said, fiscalYear);
    if (year != null) {
      return year;
    }
    Period reported = talk.mainPeriod();
    boolean coming =
        when.shape() == Shape.CURRENT
            && future
            && reported != null
            && reported.kind() == Period.Kind.QUARTER
            && reported.fiscal()
            && talk.isFiscal(draft.subject);
    if (when.shape() == Shape.YEAR_ENDING) {
      Period ending = yearEnding(when, fiscalYear, future);
      talk.year(ending);
      return ending;
    }
    if (when.shape() == Shape.WHOLE_YEAR) {
      return talk.year() != null ? talk.year() : wholeYear(reported, future);
    }
    boolean close =
        traits.get(draft.metric()).time() == Time.LEVEL
            && period != null
            && period.kind() == Period.Kind.MONTH
            && period.index() % 3 == 0
            && line.word(when.first() - 1).equals("of")
            && line.word(when.first() - 2).equals("end");
    if (close) {
      Period month = timeline.resolve(when, base, future, fiscalYear);
      return month == null ? null : Period.quarter(month.year(), month.index() / 3);
    }
    if (coming && reported != null) {
      return reported.plus(1);
    }
    boolean quarterSaid = when.shape() == Shape.SAME && line.word(when.end() - 1).equals("quarter");
    boolean wider = base != null && base.kind() != Period.Kind.QUARTER;
    if (quarterSaid && wider && Period.ifQuarter(reported) != null) {
      return reported;
    }
    Period resolved = timeline.resolve(when, base, future, fiscalYear);
    boolean before = when.shape() == Shape.NTH && draft.tie == Tie.COMPARED;
    return before && resolved != null && base != null && resolved.lastMonth() > base.lastMonth()
        ? resolved.plusYears(-1)
        : resolved;
  }

  /** "He reckons that it yielded 68%": an estimate of what is past. */
  private boolean happened(Line line, Draft draft) {
    int head = line.clauses().head(draft.first());
    return line.clauses().parse().tag(head).equals("VBD")
        && !speech.isSpeech(line.word(head))
        && !line.has(OUTLOOKS, head, draft.first());
  }

  /**
   * "For the year": that of the quarter reported; after a last quarter, an outlook's is the next.
   */
  private @Nullable Period wholeYear(@Nullable Period reported, boolean future) {
    if (reported == null) {
      return timeline.today() == null ? null : Period.year(timeline.today().getYear());
    }
    boolean last = reported.kind() == Period.Kind.QUARTER && reported.index() == 4;
    return future && last ? reported.wholeYear().plusYears(1) : reported.wholeYear();
  }

  /** "Last fiscal year": by the year that the company is in. */
  private @Nullable Period fiscalYear(Line line, When said, FiscalYear fiscalYear) {
    Period period = said.period();
    boolean relative =
        period != null
            && period.fiscal()
            && period.kind() == Period.Kind.YEAR
            && line.word(said.first()).matches("last|this|next|current|coming");
    return relative ? timeline.fiscalYear(fiscalYear, period) : null;
  }

  /** "The year to March": named, in Japan, by the calendar year in which it starts. */
  private @Nullable Period yearEnding(When said, FiscalYear fiscalYear, boolean future) {
    Period month = said.period();
    if (month != null && month.year() == 0) {
      month =
          timeline.resolve(
              new When(said.first(), said.end(), Shape.OPEN, month),
              null,
              future,
              FiscalYear.CALENDAR);
    }
    if (month == null) {
      return null;
    }
    Period year = Period.year(month.year() - (fiscalYear.namedByStart() ? 1 : 0));
    return month.index() == 12 ? year : year.asFiscal(true);
  }
}
