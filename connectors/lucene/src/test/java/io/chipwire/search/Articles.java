package io.chipwire.search;

import io.chipwire.article.Article;
import io.chipwire.extraction.Extraction;
import io.chipwire.fact.Amount;
import io.chipwire.fact.Basis;
import io.chipwire.fact.Bound;
import io.chipwire.fact.Change;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.CommitmentKind;
import io.chipwire.fact.CommitmentStatus;
import io.chipwire.fact.Direction;
import io.chipwire.fact.Entity;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.fact.FigureStatus;
import io.chipwire.fact.Metric;
import io.chipwire.fact.Span;
import io.chipwire.signal.Signal;
import io.chipwire.signal.SignalKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds articles for tests, a sentence at a time; facts stand in the last sentence said. */
public final class Articles {

  private final String id;
  private final List<Entity> entities = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Commitment> commitments = new ArrayList<>();
  private final List<Signal> signals = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int sentenceStart;
  private String title = "A title";
  private String publisher = "The Fab Gazette";
  private String site = "example.org";
  private @Nullable Instant publishedAt = Instant.parse("2026-04-30T12:00:00Z");
  private @Nullable Instant fetchedAt;
  private long ordinal;
  private double confidence = 0.9;

  private Articles(String id) {
    this.id = id;
  }

  public static Articles article(String id) {
    return new Articles(id);
  }

  public Articles title(String words) {
    title = words;
    return this;
  }

  public Articles publisher(String name) {
    publisher = name;
    return this;
  }

  public Articles site(String host) {
    site = host;
    return this;
  }

  public Articles published(@Nullable String instant) {
    publishedAt = instant == null ? null : Instant.parse(instant);
    return this;
  }

  public Articles fetched(String instant) {
    fetchedAt = Instant.parse(instant);
    return this;
  }

  public Articles ordinal(long place) {
    ordinal = place;
    return this;
  }

  /** How sure the figures are that are said from here on. */
  public Articles sure(double share) {
    confidence = share;
    return this;
  }

  public Articles says(String sentence) {
    if (text.length() > 0) {
      text.append(' ');
    }
    sentenceStart = text.length();
    text.append(sentence);
    return this;
  }

  public Articles paragraph(String sentence) {
    text.append("\n\n");
    sentenceStart = text.length();
    text.append(sentence);
    return this;
  }

  public Articles entity(EntityType type, String entityId, String name) {
    int at = text.indexOf(name);
    entities.add(
        new Entity(
            entityId, type, name, at < 0 ? List.of() : List.of(new Span(at, at + name.length()))));
    return this;
  }

  public Articles company(String entityId, String name) {
    return entity(EntityType.COMPANY, entityId, name);
  }

  public Articles figure(
      String words, String unit, String value, Metric metric, @Nullable String subject) {
    BigDecimal number = new BigDecimal(value);
    return figure(
        words,
        unit,
        number,
        number,
        Bound.EXACT,
        metric,
        subject,
        "2026Q1",
        null,
        FigureStatus.ACTUAL);
  }

  public Articles change(
      String words, String unit, String value, Metric metric, String subject, Direction direction) {
    BigDecimal number = new BigDecimal(value);
    return figure(
        words,
        unit,
        number,
        number,
        Bound.EXACT,
        metric,
        subject,
        "2026Q1",
        new Change(direction, Basis.YOY),
        FigureStatus.ACTUAL);
  }

  public Articles figure(
      String words,
      String unit,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      Bound bound,
      Metric metric,
      @Nullable String subject,
      @Nullable String period,
      @Nullable Change change,
      FigureStatus status) {
    int at = text.indexOf(words, sentenceStart);
    if (at < 0) {
      throw new IllegalArgumentException("\"" + words + "\" is not in the last sentence");
    }
    figures.add(
        new Figure(
            at,
            at + words.length(),
            words,
            unit,
            low,
            high,
            bound,
            null,
            metric,
            subject,
            null,
            period,
            change,
            status,
            false,
            confidence));
    return this;
  }

  public Articles commitment(
      CommitmentKind kind, String obligor, @Nullable String counterparty, String dollars) {
    BigDecimal number = new BigDecimal(dollars);
    commitments.add(
        new Commitment(
            sentenceStart,
            text.length(),
            kind,
            List.of(obligor),
            counterparty,
            new Amount("USD", number, number, Bound.EXACT),
            "5 years",
            null,
            CommitmentStatus.ANNOUNCED,
            false,
            0.8));
    return this;
  }

  public Articles signal(SignalKind kind, @Nullable String subject, @Nullable Direction direction) {
    signals.add(
        new Signal(
            sentenceStart,
            text.length(),
            kind,
            subject,
            null,
            direction,
            text.substring(sentenceStart),
            List.of(),
            List.of(),
            false,
            0.7));
    return this;
  }

  public Extraction build() {
    Article article =
        new Article(
            id,
            "test#" + ordinal,
            ordinal,
            null,
            "https://" + site + "/" + id,
            title,
            null,
            publisher,
            publishedAt,
            null,
            null,
            fetchedAt,
            "en",
            text.toString(),
            List.of(),
            List.of());
    return new Extraction(article, entities, figures, commitments, signals);
  }
}
