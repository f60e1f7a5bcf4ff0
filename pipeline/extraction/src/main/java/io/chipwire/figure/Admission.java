package io.chipwire.figure;

import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Metric;
import java.util.EnumSet;
import java.util.Set;

/** Tells who can have a metric at all. */
final class Admission {

  private static final Set<Metric> PLACES =
      EnumSet.of(Metric.MARKET_SHARE, Metric.SUBSIDY, Metric.TARIFF);

  /** Metrics that a country can have, where it is what the sentence is about. */
  private static final Set<Metric> STATES =
      EnumSet.of(
          Metric.INVESTMENT,
          Metric.OTHER,
          Metric.SUBSIDY,
          Metric.TARIFF,
          Metric.MARKET_SHARE,
          Metric.COMMITMENT);

  private static final Set<Metric> PERSONS = EnumSet.of(Metric.OTHER);
  private static final Set<Metric> SOURCES_TOO =
      EnumSet.of(
          Metric.ADOPTION, Metric.HEADCOUNT, Metric.OTHER, Metric.COMMITMENT, Metric.INVESTMENT);

  /** What shares have, and public bodies have not. */
  private static final Set<Metric> TRADED =
      EnumSet.of(Metric.SHARE_PRICE, Metric.EPS, Metric.MARKET_CAP);

  private static final String PUBLIC = ".*(government|department|ministry|commission|congress).*";

  private Admission() {}

  /** Whether somebody may be the owner of a figure. */
  static boolean admits(Draft draft, Mention mention, Discourse talk) {
    Metric metric = draft.metric();
    return switch (mention.type()) {
      case COMPANY -> !talk.isSource(mention) || SOURCES_TOO.contains(metric);
      case ORGANIZATION -> !TRADED.contains(metric) || !mention.id().matches(PUBLIC);
      case PERSON -> PERSONS.contains(metric);
      case PLACE -> PLACES.contains(metric);
      default -> false;
    };
  }

  /** Whether a country may be it, where it is what the sentence is about. */
  static boolean isState(Draft draft, Mention mention) {
    return mention.type() == EntityType.PLACE && STATES.contains(draft.metric());
  }
}
