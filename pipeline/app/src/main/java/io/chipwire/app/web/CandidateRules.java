package io.chipwire.app.web;

import io.chipwire.alert.Quota;
import io.chipwire.alert.Rules;
import io.chipwire.app.web.Questions.BadParameterException;
import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of a subscription that is not stored, as a request's parameters say them. */
final class CandidateRules {

  private CandidateRules() {}

  /**
   * Reads them; what is missing or blank is as usual.
   *
   * @throws BadParameterException if one is not as expected
   */
  static Rules of(Context context) {
    String quota = text(context, "atMost");
    Double confidence =
        number(context, "minimumConfidence", "a number from 0 to 1", Double::valueOf);
    Integer corroboration =
        number(context, "minimumCorroboration", "a whole number", Integer::valueOf);
    try {
      return new Rules(
          Rules.USUAL.delivery(),
          quota == null ? null : Quota.parse(quota),
          confidence == null ? Rules.USUAL.minimumConfidence() : confidence,
          corroboration == null ? Rules.USUAL.minimumCorroboration() : corroboration,
          "true".equals(context.queryParam("repeats")));
    } catch (IllegalArgumentException e) {
      throw new BadParameterException(e.getMessage(), e);
    }
  }

  private static @Nullable String text(Context context, String name) {
    String text = context.queryParam(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static <N extends Number> @Nullable N number(
      Context context, String name, String expected, Function<String, N> parse) {
    String text = text(context, name);
    try {
      return text == null ? null : parse.apply(text);
    } catch (NumberFormatException e) {
      throw new BadParameterException(name + " \"" + text + "\": expected " + expected, e);
    }
  }
}
