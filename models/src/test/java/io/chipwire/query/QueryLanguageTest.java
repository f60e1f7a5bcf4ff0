package io.chipwire.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chipwire.fact.EntityType;
import io.chipwire.query.Query.All;
import io.chipwire.query.Query.And;
import io.chipwire.query.Query.Dated;
import io.chipwire.query.Query.Fact;
import io.chipwire.query.Query.Is;
import io.chipwire.query.Query.Named;
import io.chipwire.query.Query.Not;
import io.chipwire.query.Query.Or;
import io.chipwire.query.Query.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLanguageTest {

  private static final Set<FactKind> FIGURE = Set.of(FactKind.FIGURE);
  private static final Set<FactKind> COMMITMENT = Set.of(FactKind.COMMITMENT);
  private static final Set<FactKind> SIGNAL = Set.of(FactKind.SIGNAL);

  private static final Query CAPEX = new Is(Field.METRIC, "capex");
  private static final Query REVENUE = new Is(Field.METRIC, "revenue");
  private static final Query DOLLARS = new Is(Field.UNIT, "USD");

  private static final NameResolver NAMES =
      new NameResolver() {
        private final Map<String, String> ids =
            Map.of(
                "google",
                "alphabet",
                "alphabet",
                "alphabet",
                "amazon",
                "amazon",
                "aws",
                "aws",
                "sk hynix",
                "sk-hynix");

        @Override
        public List<String> ids(String name, @Nullable EntityType type) {
          String id = ids.get(name.toLowerCase(java.util.Locale.ROOT));
          return id == null || type == EntityType.PERSON ? List.of() : List.of(id);
        }

        @Override
        public List<String> family(String id) {
          return id.equals("amazon") ? List.of("amazon", "aws") : List.of(id);
        }
      };

  @Test
  void wordsSideBySideMustAllBeThere() {
    assertThat(parse("price war")).isEqualTo(new And(List.of(word("price"), word("war"))));
  }

  @Test
  void quotesMakeAPhrase() {
    assertThat(parse("\"price  war\"")).isEqualTo(new Text("price war", true, List.of()));
    assertThat(parse("“price war”")).isEqualTo(new Text("price war", true, List.of()));
    assertThat(parse("\"price\"")).isEqualTo(word("price"));
  }

  @Test
  void orBindsLooserThanAnd() {
    assertThat(parse("a b OR c"))
        .isEqualTo(new Or(List.of(new And(List.of(word("a"), word("b"))), word("c"))));
    assertThat(parse("a (b OR c)"))
        .isEqualTo(new And(List.of(word("a"), new Or(List.of(word("b"), word("c"))))));
  }

  @Test
  void minusAndNotExclude() {
    assertThat(parse("a -b")).isEqualTo(new And(List.of(word("a"), new Not(word("b")))));
    assertThat(parse("a NOT b")).isEqualTo(parse("a -b"));
    assertThat(parse("a AND -(b c)")).isEqualTo(parse("a -(b AND c)"));
    assertThat(parse("--a")).isEqualTo(word("a"));
    assertThat(parse("dynamic - ram")).isEqualTo(parse("dynamic ram"));
  }

  @Test
  void aStarIsEveryArticle() {
    assertThat(parse("*")).isEqualTo(new All());
    assertThat(parse("* micron *")).isEqualTo(word("micron"));
  }

  @Test
  void namesAreLookedUp() {
    assertThat(parse("company:Google"))
        .isEqualTo(new Named(Field.COMPANY, "alphabet", false, List.of("alphabet")));
    assertThat(parse("company:\"SK Hynix\""))
        .isEqualTo(new Named(Field.COMPANY, "sk-hynix", false, List.of("sk-hynix")));
    assertThat(parse("company:amazon+"))
        .isEqualTo(new Named(Field.COMPANY, "amazon", true, List.of("amazon", "aws")));
    assertThat(parse("company:\"Start Up, Inc.\""))
        .isEqualTo(new Named(Field.COMPANY, "start-up-inc", false, List.of("start-up-inc")));
    assertThat(parse("google")).isEqualTo(new Text("google", false, List.of("alphabet")));
  }

  @Test
  void daysMayBeShort() {
    assertThat(parse("after:2026-04-01"))
        .isEqualTo(new Dated(Field.AFTER, LocalDate.of(2026, 4, 1)));
    assertThat(parse("before:2026-04"))
        .isEqualTo(new Dated(Field.BEFORE, LocalDate.of(2026, 4, 1)));
    assertThat(parse("before:2026")).isEqualTo(new Dated(Field.BEFORE, LocalDate.of(2026, 1, 1)));
  }

  @Test
  void conditionsOnAFigureBindToOneFigure() {
    assertThat(parse("metric:capex trainium unit:$"))
        .isEqualTo(
            new And(List.of(word("trainium"), new Fact(FIGURE, new And(List.of(CAPEX, DOLLARS))))));
  }

  @Test
  void figureCommitmentAndSignalAreBoundApart() {
    assertThat(parse("metric:capex obligor:amazon kind:capex"))
        .isEqualTo(
            new And(
                List.of(
                    new Fact(FIGURE, CAPEX),
                    new Fact(
                        COMMITMENT, new Named(Field.OBLIGOR, "amazon", false, List.of("amazon"))),
                    new Fact(SIGNAL, new Is(Field.KIND, "capex")))));
  }

  @Test
  void bracketsAroundAConjunctionAreAnotherFigure() {
    assertThat(parse("(metric:capex unit:USD) (metric:revenue)"))
        .isEqualTo(
            new And(
                List.of(
                    new Fact(FIGURE, new And(List.of(CAPEX, DOLLARS))),
                    new Fact(FIGURE, REVENUE))));
  }

  @Test
  void bracketsAroundAnOrJoinTheirNeighbours() {
    assertThat(parse("(metric:capex OR metric:revenue) unit:USD"))
        .isEqualTo(new Fact(FIGURE, new And(List.of(new Or(List.of(CAPEX, REVENUE)), DOLLARS))));
    assertThat(parse("((metric:capex unit:USD) OR metric:revenue) period:2026"))
        .isEqualTo(parse("(metric:capex unit:USD OR metric:revenue) period:2026"));
  }

  @Test
  void aNegationJoinsTheFigureBesideIt() {
    assertThat(parse("metric:capex -status:forecast"))
        .isEqualTo(
            new Fact(FIGURE, new And(List.of(CAPEX, new Not(new Is(Field.STATUS, "forecast"))))));
    assertThat(parse("tsmc -metric:capex"))
        .isEqualTo(new And(List.of(word("tsmc"), new Not(new Fact(FIGURE, CAPEX)))));
    assertThat(parse("unit:USD -(metric:capex)"))
        .isEqualTo(
            new And(
                List.of(
                    new Fact(Set.of(FactKind.FIGURE, FactKind.COMMITMENT), DOLLARS),
                    new Not(new Fact(FIGURE, CAPEX)))));
  }

  @Test
  void sharedFieldsGoWithTheFactsThatOthersName() {
    Query up = new Is(Field.DIRECTION, "up");
    assertThat(parse("direction:up"))
        .isEqualTo(new Fact(Set.of(FactKind.FIGURE, FactKind.SIGNAL), up));
    assertThat(parse("metric:capex direction:up"))
        .isEqualTo(new Fact(FIGURE, new And(List.of(CAPEX, up))));
    assertThat(parse("kind:pricing direction:up"))
        .isEqualTo(new Fact(SIGNAL, new And(List.of(new Is(Field.KIND, "pricing"), up))));
    assertThat(parse("direction:up unit:USD"))
        .isEqualTo(new Fact(FIGURE, new And(List.of(up, DOLLARS))));
    assertThat(parse("status:signed"))
        .isEqualTo(new Fact(COMMITMENT, new Is(Field.STATUS, "signed")));
  }

  @ParameterizedTest
  @CsvSource({
    "value:>40B, value:>40B",
    "value:>=40bn, value:>=40B",
    "value:40000000000, value:40B",
    "value:$1.2bn, value:$1.2B",
    "value:<NT$500m, value:<TWD500M",
    "value:€3bn, value:EUR3B",
    "value:>3bnEUR, value:>EUR3B",
    "value:30B..50B, value:30B..50B",
    "value:$30..50B, value:$30B..$50B",
    "value:30B.., value:>=30B",
    "value:..30B, value:<=30B",
    "value:~$43B, value:~$43B",
    "value:~$43.0B, value:~$43.0B",
    "value:>5GW, value:>5GW",
    "value:16GB, value:16GB",
    "value:1.5TB/s, value:1.5TB/s",
    "value:<-500M, value:<-500M",
    "change:>50%, change:>50%",
    "change:25bps, change:25bp",
    "metric:capex confidence:>.85, metric:capex confidence:>0.85",
    "confidence:0.5..1, confidence:0.5..1",
    "amount:>$1B, amount:>$1B",
    "'value:\"1.2 trillion\"', value:1.2T",
    "'value:1,200', value:1.2k",
    "period:fy2027q1, period:FY2027Q1",
    "unit:usd, unit:USD",
    "unit:GPU, unit:gpu",
    "Metric:CapEx, metric:capex",
    "publisher:\"The  White House\", publisher:\"the white house\"",
    "metric:capex OR metric:revenue, (metric:capex OR metric:revenue)",
    "(kind:pricing) metric:capex, metric:capex kind:pricing",
    "metric:capex subject:aws kind:capex, (metric:capex subject:aws) (subject:aws kind:capex)",
    "-(metric:capex OR metric:eps), -((metric:capex OR metric:eps))"
  })
  void theNormalFormIsShortAndReadsBack(String text, String normal) {
    Query query = parse(text);

    assertThat(query).hasToString(normal);
    assertThat(parse(normal)).isEqualTo(query);
  }

  @Test
  void whatRoundsToANumberLiesHalfAUnitAround() {
    AmountRange range = ((Query.Within) ((Fact) parse("value:~$43B")).condition()).range();

    assertThat(range.low()).isEqualByComparingTo("42.5e9");
    assertThat(range.high()).isEqualByComparingTo("43.5e9");
    assertThat(range.includesLow()).isTrue();
    assertThat(range.includesHigh()).isFalse();
    assertThat(range.unit()).isEqualTo("USD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "metrc:capex | query at 0: found \"metrc:\", expected one of the fields company, organization,"
            + " product, person, place, publisher, lang, after, before, kind, direction, subject,"
            + " metric, value, change, period, per, unit, bound, status, obligor, counterparty,"
            + " amount, term, object, confidence (or quotes around the words); did you mean metric:capex?",
        "a metric:capx | query at 9: found \"capx\", expected one of revenue, revenue_run_rate, backlog,"
            + " gross_margin, operating_margin, operating_income, net_income, eps, capex, rd_spend,"
            + " cash_flow, cost, price, market_size, market_share, adoption, shipments, capacity,"
            + " utilization, inventory, lead_time, yield, investment, commitment, deal_value,"
            + " valuation, market_cap, share_price, subsidy, tariff, fine, headcount, performance,"
            + " memory, power, other; did you mean metric:capex?",
        "direction:left | query at 10: found \"left\", expected one of up, down",
        "value:>lots | query at 6: found \">lots\", expected an amount such as >40B, 30B..50B, ~$43B,"
            + " NT$500m or >50%",
        "value:50B..30B | query at 6: found \"50B..30B\", expected the lower end first; did you mean"
            + " 30B..50B?",
        "value:$3..€5 | query at 6: found \"$3..€5\", expected the same unit at both ends",
        "value: >40B | query at 6: found nothing, expected a value right behind \"value:\"",
        "confidence:>85 | query at 11: found \">85\", expected limits between 0 and 1, such as >0.85",
        "confidence:>85% | query at 11: found \">85%\", expected limits between 0 and 1, such as"
            + " >0.85",
        "change:-20% | query at 7: found \"-20%\", expected how much it changed, without a sign, and"
            + " direction:down beside it",
        "(a b | query at 4: found the end, expected ) for the ( at 0",
        "a) | query at 1: found \")\", expected OR, a word, a \"phrase\", field:value or ( or the end;"
            + " there is no ( for it",
        "a OR | query at 4: found the end, expected a word, a \"phrase\", field:value or (",
        "() | query at 1: found \")\", expected a word, a \"phrase\", field:value or (",
        "\"price war | query at 0: found \"price war, expected a closing quote",
        "mic* | query at 0: found \"mic*\", expected whole words; * stands alone, for every article",
        "*:* | query at 0: found \"*:*\", expected whole words; * stands alone, for every article",
        "after:2026-13 | query at 6: found \"2026-13\", expected a day, month or year: 2026-04-01,"
            + " 2026-04 or 2026",
        "period:2026Q5 | query at 7: found \"2026Q5\", expected a period: 2026, 2026Q1, 2026H1,"
            + " 2026-04, FY2027 or FY2027Q1",
        "lang:english | query at 5: found \"english\", expected a language's two letters, such as en",
        "metric:capex+ | query at 7: found \"capex+\", expected no + here; it rolls up names, as in"
            + " company:amazon+; did you mean metric:capex?"
      })
  void errorsSayWhereWhatAndWhatWasMeant(String text, String message) {
    assertThatThrownBy(() -> QueryLanguage.parse(text, NAMES))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessage(message);
  }

  @Test
  void nothingIsNoQuery() {
    assertThatThrownBy(() -> QueryLanguage.parse(" \t", NAMES))
        .hasMessage(
            "query at 0: found nothing, expected a query; * stands for every article; did you mean *?");
  }

  @Test
  void floodsAreRefusedClearly() {
    assertThatThrownBy(() -> QueryLanguage.parse("(".repeat(8_000), NAMES))
        .hasMessage("query at 20: found \"(\", expected at most 20 brackets inside another");
    assertThatThrownBy(() -> QueryLanguage.parse("(".repeat(10_000), NAMES))
        .hasMessage("query at 8192: found 10000 characters, expected at most 8192");
    assertThatThrownBy(() -> QueryLanguage.parse("a".repeat(1 << 20), NAMES))
        .hasMessage("query at 8192: found 1048576 characters, expected at most 8192");
    assertThatThrownBy(() -> QueryLanguage.parse("x ".repeat(4_000), NAMES))
        .hasMessage("query at 512: found \"x\", expected at most 256 conditions");
    assertThat(parse("AND ".repeat(2_000) + "x")).isEqualTo(word("x"));
    assertThat(parse("-".repeat(8_000) + "x")).isEqualTo(word("x"));
  }

  @Test
  void anyTextGivesAQueryOrASyntaxErrorAndEveryQueryReadsBack() {
    String[] pieces = {
      "a",
      "micron",
      "google",
      "\"price war\"",
      "OR",
      "-",
      "(",
      ")",
      "(",
      ")",
      "metric:capex",
      "metric:revenue",
      "value:>40B",
      "unit:USD",
      "subject:amazon+",
      "direction:up",
      "kind:pricing",
      "kind:lease",
      "status:reported",
      "obligor:aws",
      "after:2026",
      "*",
      "\"",
      "x:",
      "\u00a0",
      "NOT"
    };
    Random random = new Random(5);
    int queries = 0;
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(12);
      for (int j = 0; j < length; j++) {
        text.append(pieces[random.nextInt(pieces.length)]);
        if (random.nextInt(8) > 0) {
          text.append(' ');
        }
      }
      Query query;
      try {
        query = QueryLanguage.parse(text.toString(), NAMES);
      } catch (QuerySyntaxException e) {
        continue;
      }
      queries++;
      assertThat(parse(query.toString())).as(text + " → " + query).isEqualTo(query);
    }
    assertThat(queries).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"40B", "5GW", "50%", "$1.2T", "999", "0", "-3", "0.5", "1.5x", "700kW", "3bp"})
  void amountsReadBack(String amount) {
    assertThat(parse("value:" + amount)).hasToString("value:" + amount);
  }

  @Test
  void everyExampleOfTheHelpPageIsAQuery() {
    String page = QueryLanguage.help();
    Matcher examples = Pattern.compile("`([^`]+)`").matcher(page.replace("\n", " "));
    int found = 0;
    while (examples.find()) {
      String example = examples.group(1);
      if (example.matches("[a-z]+:") || example.equals("OR") || example.matches("[-+]")) {
        continue;
      }
      parse(example);
      found++;
    }
    assertThat(found).isGreaterThan(60);
    for (Field field : Field.values()) {
      assertThat(page).contains("`" + field.label() + ":");
    }
  }

  private static Text word(String word) {
    return new Text(word, false, List.of());
  }

  private static Query parse(String text) {
    try {
      return QueryLanguage.parse(text, NAMES);
    } catch (QuerySyntaxException e) {
      throw new AssertionError(text, e);
    }
  }
}
