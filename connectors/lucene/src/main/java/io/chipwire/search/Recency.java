package io.chipwire.search;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/**
 * What an article's score is multiplied by: {@value #GAIN} more for a brand-new one, half of that
 * when it is {@value #HALF_DAYS} days old, next to nothing for an old or undated one.
 */
final class Recency extends DoubleValuesSource {

  private static final double GAIN = 0.25;
  private static final int HALF_DAYS = 60;
  private static final double HALF_MILLIS = Duration.ofDays(HALF_DAYS).toMillis();

  private final long todayMillis;

  Recency(long todayMillis) {
    this.todayMillis = todayMillis;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    SortedNumericDocValues published =
        DocValues.getSortedNumeric(leaf.reader(), IndexSchema.PUBLISHED);
    return new DoubleValues() {
      @Override
      public boolean advanceExact(int doc) throws IOException {
        return published.advanceExact(doc);
      }

      @Override
      public double doubleValue() throws IOException {
        double age = Math.max(0, todayMillis - published.nextValue());
        return 1 + GAIN * HALF_MILLIS / (HALF_MILLIS + age);
      }
    };
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return DocValues.isCacheable(leaf, IndexSchema.PUBLISHED);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recency recency && recency.todayMillis == todayMillis;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(todayMillis);
  }

  @Override
  public String toString() {
    return "recency at " + todayMillis;
  }
}
