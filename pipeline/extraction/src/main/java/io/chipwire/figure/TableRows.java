package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Basis;
import io.chipwire.fact.Change;
import io.chipwire.fact.Direction;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.language.Sentence;
import io.chipwire.lexicon.FiscalYear;
import io.chipwire.lexicon.Lexicon;
import io.chipwire.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table, written as a line with {@code " | "} between the cells: the label gives the
 * metric, the product or the company, the header the period. Belongs to one article.
 */
final class TableRows {

  static final String SEPARATOR = " | ";

  /** What a header cell says of its column. */
  private record Column(
      @Nullable When when, boolean change, Cue.@Nullable Hit cue, @Nullable Basis basis) {}

  private final Map<Metric, MetricTraits> traits;
  private final CueLexicon cues;
  private final TimeGrammar times;
  private final ChangeChoice changes;
  private final StatusCues statuses;
  private final Lexicon lexicon;
  private final Timeline timeline;
  private static final Set<String> PERCENT_OF = Set.of("percent", "%", "percentage", "as");

  private List<Column> columns = List.of();
  private @Nullable Metric metric;
  private @Nullable Metric intro;
  private int lastParagraph = -2;

  TableRows(
      Map<Metric, MetricTraits> traits,
      CueLexicon cues,
      TimeGrammar times,
      ChangeChoice changes,
      StatusCues statuses,
      Lexicon lexicon,
      Timeline timeline) {
    this.traits = traits;
    this.cues = cues;
    this.times = times;
    this.changes = changes;
    this.statuses = statuses;
    this.lexicon = lexicon;
    this.timeline = timeline;
  }

  /** Takes note of what the line above a table says it shows. */
  void introduce(List<String> lower) {
    intro = null;
    for (Cue.Hit hit : cues.find(lower)) {
      if (hit.cue().part() == Cue.Part.NOUN && (intro == null || hit.cue().weight() >= 2)) {
        intro = hit.cue().metric();
      }
    }
  }

  /** The figures of a row, which is all sentences of one paragraph. */
  List<Draft> read(
      String text,
      List<Sentence> row,
      List<Quantity> quantities,
      List<Mention> mentions,
      Discourse talk) {
    int paragraph = row.getFirst().paragraph();
    if (paragraph != lastParagraph + 1) {
      columns = List.of();
      metric = intro != null ? intro : talk.mainMetric();
    }
    lastParagraph = paragraph;
    int start = row.getFirst().start();
    List<String> cells = List.of(text.substring(start, row.getLast().end()).split(" \\| ", -1));
    if (quantities.isEmpty() || isHeader(cells, quantities, start)) {
      columns = header(cells, talk);
      if (quantities.isEmpty()) {
        return List.of();
      }
    }
    return drafts(cells, start, quantities, mentions, talk);
  }

  private static boolean isHeader(List<String> cells, List<Quantity> quantities, int start) {
    int firstCellEnd = start + cells.getFirst().length();
    return quantities.stream().allMatch(q -> q.start() < firstCellEnd) && cells.size() > 1;
  }

  private List<Column> header(List<String> cells, Discourse talk) {
    List<Column> found = new ArrayList<>();
    Set<String> changeWords =
        Set.of("change", "q/q", "y/y", "growth", "yoy", "qoq", "chg", "%chg", "variance");
    for (String cell : cells) {
      List<String> words =
          List.of(
              cell.replace('’', '\'')
                  .replaceAll("([(),])", " $1 ")
                  .replaceAll("-(?=\\d\\d\\b)", " - ")
                  .strip()
                  .split("\\s+"));
      List<String> lower = words.stream().map(w -> w.toLowerCase(java.util.Locale.ROOT)).toList();
      List<When> whens =
          cell.isBlank()
              ? List.of()
              : times.find(words, lower, new boolean[words.size()], timeline.today());
      boolean change = lower.stream().anyMatch(changeWords::contains);
      Cue.Hit cue =
          cues.find(lower).stream()
              .filter(h -> h.cue().part() == Cue.Part.NOUN)
              .findFirst()
              .orElse(null);
      When when = whens.isEmpty() ? null : whens.getFirst();
      Column column = new Column(when, change, cue, changes.basisOf(lower, null));
      found.add(quarterly(talk) ? asQuarter(column) : column);
      if (lower.contains("outlook") || lower.contains("guidance")) {
        talk.outlook(true);
      }
    }
    boolean threeMonths =
        cells
            .getFirst()
            .toLowerCase(java.util.Locale.ROOT)
            .matches(".*(three months|quarters?) ended.*");
    return found.stream().map(c -> threeMonths ? asQuarter(c) : c).toList();
  }

  /** Whether the article speaks of quarters, so that a column of a quarter's last month is one. */
  private static boolean quarterly(Discourse talk) {
    Period main = talk.mainPeriod();
    return main != null && main.kind() == Period.Kind.QUARTER;
  }

  private static Column asQuarter(Column column) {
    When when = column.when;
    Period period = when == null ? null : when.period();
    if (when == null
        || period == null
        || period.kind() != Period.Kind.MONTH
        || period.index() % 3 != 0) {
      return column;
    }
    Period quarter = Period.quarter(period.year(), (period.index() + 2) / 3);
    return new Column(
        new When(when.first(), when.end(), when.shape(), quarter),
        column.change,
        column.cue,
        column.basis);
  }

  private List<Draft> drafts(
      List<String> cells,
      int start,
      List<Quantity> quantities,
      List<Mention> mentions,
      Discourse talk) {
    String label = cells.getFirst();
    List<String> lower =
        List.of(
            label
                .toLowerCase(java.util.Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("([(),])", " $1 ")
                .strip()
                .split("\\s+"));
    int labelEnd = start + label.length();
    String product = null;
    String party = null;
    for (Mention mention : mentions) {
      if (mention.stop() <= labelEnd && mention.type() == EntityType.PRODUCT && product == null) {
        product = mention.id();
      } else if (mention.stop() <= labelEnd
          && mention.type() == EntityType.COMPANY
          && party == null) {
        party = mention.id();
      }
    }
    List<Draft> drafts = new ArrayList<>();
    for (Quantity quantity : quantities) {
      Draft draft = new Draft(quantity);
      int column = column(cells, start, quantity);
      Column head =
          column < columns.size() ? columns.get(column) : new Column(null, false, null, null);
      draft.metric = metric(lower, draft, head, drafts.isEmpty() ? null : drafts.getLast());
      draft.metricBy = Evidence.HEADER;
      draft.subject = subject(draft, party, product, talk);
      draft.subjectBy = Evidence.HEADER;
      draft.product =
          traits.get(draft.metric()).product() == MetricTraits.Products.NONE ? null : product;
      draft.period = period(head, draft, talk);
      draft.periodBy = Evidence.HEADER;
      draft.change = change(head, draft, lower, cells.get(column));
      boolean past =
          draft.period != null
              && head.when != null
              && timeline.isPast(draft.period.asFiscal(false))
              && !draft.period.fiscal();
      boolean ahead = draft.period != null && head.when != null && timeline.isAhead(draft.period);
      draft.status =
          talk.outlook() && !past || ahead && draft.subject != null
              ? FigureStatus.GUIDANCE
              : ahead ? FigureStatus.FORECAST : FigureStatus.ACTUAL;
      drafts.add(draft);
    }
    if (!drafts.isEmpty() && !lower.contains("percent") && !lower.contains("%")) {
      metric = drafts.getFirst().metric;
    }
    return drafts;
  }

  private static int column(List<String> cells, int start, Quantity quantity) {
    int end = start;
    for (int i = 0; i < cells.size(); i++) {
      end += cells.get(i).length() + (i == 0 ? 0 : SEPARATOR.length());
      if (quantity.start() < end) {
        return i;
      }
    }
    return cells.size() - 1;
  }

  private Metric metric(List<String> label, Draft draft, Column head, @Nullable Draft left) {
    if (metric != null && draft.kind == UnitKind.PERCENT && PERCENT_OF.contains(label.getFirst())) {
      return metric == Metric.OPERATING_INCOME ? Metric.OPERATING_MARGIN : metric;
    }
    if (head.change && left != null) {
      return left.metric();
    }
    Cue.Hit best = null;
    for (Cue.Hit hit : cues.find(label)) {
      if (hit.cue().units().contains(draft.kind)
          && hit.cue().part() != Cue.Part.VERB
          && (best == null || hit.cue().weight() > best.cue().weight())) {
        best = hit;
      }
    }
    if (best == null && head.cue != null && head.cue.cue().units().contains(draft.kind)) {
      best = head.cue;
    }
    if (best != null) {
      return best.cue().metric();
    }
    String per = draft.quantity.per();
    if (draft.kind == UnitKind.MONEY && per != null && !per.equals("share")) {
      return Metric.PRICE;
    }
    boolean fits =
        metric != null && (draft.kind == UnitKind.PERCENT || draft.kind == UnitKind.MONEY);
    if (!fits && label.contains("other")) {
      return Metric.OTHER;
    }
    return fits && metric != null
        ? metric
        : draft.kind == UnitKind.COUNT ? cues.counted(draft.quantity.unit()) : Metric.OTHER;
  }

  private @Nullable String subject(
      Draft draft, @Nullable String party, @Nullable String product, Discourse talk) {
    MetricTraits.Owner owner = traits.get(draft.metric()).owner();
    if (owner == MetricTraits.Owner.NONE || draft.metric() == Metric.PRICE && product != null) {
      return null;
    }
    if (party != null) {
      return party;
    }
    return owner == MetricTraits.Owner.COMPANY
            || draft.kind == UnitKind.MONEY && draft.metric() == Metric.OTHER
        ? talk.focus()
        : null;
  }

  private @Nullable Period period(Column head, Draft draft, Discourse talk) {
    When when = head.when;
    if (when == null && head.change && draft.metric() != Metric.PRICE) {
      for (Column column : columns) {
        if (column.when != null) {
          when = column.when;
          break;
        }
      }
    }
    Period base = talk.period();
    if (head.change && draft.metric() == Metric.PRICE) {
      when = null;
    }
    if (when == null || head.change && draft.metric() == Metric.PRICE) {
      for (Column column : columns.isEmpty() ? columns : columns.subList(0, 1)) {
        if (column.when != null && !column.change) {
          when = column.when;
        }
      }
    }
    FiscalYear year =
        draft.subject == null ? FiscalYear.CALENDAR : lexicon.fiscalYear(draft.subject);
    Period said = when == null ? base : timeline.resolve(when, base, talk.outlook(), year);
    boolean quote = traits.get(draft.metric()).time() == MetricTraits.Time.QUOTE;
    return quote && when == null ? talk.mainMonth() : said;
  }

  /** "Up 45–50%": the word before the amount in its cell. */
  private static @Nullable Direction told(String cell, Draft draft) {
    int at = cell.indexOf(draft.quantity.text().strip());
    String[] words = at <= 0 ? new String[0] : cell.substring(0, at).strip().split("\\s+");
    return words.length == 0
        ? null
        : Moves.standard().of(words[words.length - 1].toLowerCase(java.util.Locale.ROOT));
  }

  private @Nullable Change change(Column head, Draft draft, List<String> label, String cell) {
    boolean percent = draft.kind == UnitKind.PERCENT;
    String text = draft.quantity.text().strip();
    boolean signed = percent && text.matches("[-−–+]\\s?\\d.*");
    Direction told = percent ? told(cell, draft) : null;
    if (!signed && told == null && !(head.change && percent)) {
      return null;
    }
    Direction direction =
        told != null ? told : text.matches("[-−–(].*") ? Direction.DOWN : Direction.UP;
    Basis basis = head.basis != null ? head.basis : changes.basisOf(label, null);
    return new Change(direction, basis != null ? basis : ChangeChoice.usual(draft));
  }
}
