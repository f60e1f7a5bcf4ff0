/**
 * What a quantity measures, whose it is, of which product and period, whether it is a change, and
 * how certain: {@link io.chipwire.fact.Figure figures} out of {@link io.chipwire.quantity.Quantity
 * quantities}.
 *
 * <p>The door is {@link io.chipwire.figure.FigureReader}. It goes through an article in reading
 * order and keeps what a reader would keep in mind ({@code Discourse}). For each sentence with a
 * quantity it finds cues ({@code CueLexicon}), points in time ({@code TimeGrammar}) and clauses
 * ({@code Clauses}), ties quantities that share a predicate ({@code Links}), and then decides field
 * by field: {@code MetricChoice}, {@code ChangeChoice}, {@code SubjectChoice}, {@code
 * ProductChoice}, {@code StatusChoice}, {@code PeriodChoice}. Rows of tables take the way of {@code
 * TableRows}. Words are data: {@code *.tsv} beside this package.
 */
@NullMarked
package io.chipwire.figure;

import org.jspecify.annotations.NullMarked;
