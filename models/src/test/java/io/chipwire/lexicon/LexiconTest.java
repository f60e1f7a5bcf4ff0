package io.chipwire.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.chipwire.fact.EntityType;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

  private final Lexicon lexicon = Lexicon.standard();

  /** The sure names of a text as {@code id:words}. */
  private List<String> sure(String text) {
    return lexicon.match(text).stream()
        .filter(match -> match.sure().isPresent())
        .map(m -> m.sure().orElseThrow().id() + ":" + text.substring(m.start(), m.end()))
        .toList();
  }

  @Nested
  class Names {

    @Test
    void areFoundWithTheirPlaces() {
      assertThat(sure("Nvidia's GB300 systems beat TPUs, said Jensen Huang in Santa Clara."))
          .containsExactly(
              "nvidia:Nvidia",
              "gb300:GB300",
              "tpu:TPUs",
              "jensen-huang:Jensen Huang",
              "santa-clara:Santa Clara");
    }

    @Test
    void areTheLongestThatFit() {
      assertThat(sure("Samsung Foundry, Samsung SDI and Texas Instruments, not Texas"))
          .containsExactly(
              "samsung-foundry:Samsung Foundry",
              "samsung-sdi:Samsung SDI",
              "texas-instruments:Texas Instruments",
              "texas:Texas");
    }

    @Test
    void takeInTheLegalForm() {
      assertThat(sure("Micron Technology, Inc. and ASML Holding N.V. and Kioxia Holdings Corp."))
          .containsExactly(
              "micron:Micron Technology, Inc",
              "asml:ASML Holding N.V",
              "kioxia:Kioxia Holdings Corp");
    }

    @ParameterizedTest
    @CsvSource({
      "NVIDIA,nvidia",
      "SK HYNIX,sk-hynix",
      "SK-hynix,sk-hynix",
      "HBM 3E,hbm3e",
      "HBM-4,hbm4",
      "Sandisk,sandisk",
      "Wrocław,wroclaw",
      "Wroclaw,wroclaw",
      "Amazon.com,amazon",
      "Xi'an,xian",
      "Xi’an,xian",
      "AT&T,att",
      "S&P 500,s-p-500",
      "C.C. Wei,c-c-wei",
      "C. C. Wei,c-c-wei",
      "JD.com,jd-com",
      "X-FAB,x-fab",
      "EXE:5000,twinscan-exe-5000"
    })
    void matchInTheirUsualSpellings(String spelling, String id) {
      assertThat(sure("we saw " + spelling + " today")).containsExactly(id + ":" + spelling);
    }

    @Test
    void withACommaInsideMatchOnlyWithIt() {
      assertThat(sure("the Ministry of Economy, Trade and Industry"))
          .containsExactly("meti:Ministry of Economy, Trade and Industry");
      assertThat(sure("Micron, Technology")).containsExactly("micron:Micron");
    }

    @Test
    void doNotRunOverASentenceEnd() {
      assertThat(sure("It sold the plant to Micron. Technology shares fell."))
          .containsExactly("micron:Micron");
    }

    @Test
    void inLowerCaseAreCommonWords() {
      assertThat(sure("an apple, a micron, good intel, an arm and a leg")).isEmpty();
    }

    @Test
    void keepTheirOffsetsInSurrogatesAndOtherScripts() {
      String text = "😀 台積電 TSMC";
      assertThat(lexicon.match(text))
          .singleElement()
          .satisfies(m -> assertThat(m.start()).isEqualTo(7));
    }

    @Test
    void areFoundInTokens() {
      List<String> tokens = List.of("Amazon", "Web", "Services", "buys", "H100/H200", ",", "Inc.");
      assertThat(lexicon.match(tokens))
          .extracting(Match::start, Match::end, m -> m.sure().orElseThrow().id())
          .containsExactly(tuple(0, 3, "aws"), tuple(4, 5, "h100"), tuple(4, 5, "h200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "\n\n", "'s", "(((", "\u0000"})
    void areNotInTextWithoutWords(String text) {
      assertThat(lexicon.match(text)).isEmpty();
    }
  }

  @Nested
  class AmbiguousNames {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Arm shares rose 4% after the chip designer raised its outlook|arm",
          "Royalties at Arm climbed|arm",
          "The deal with Apple is worth $30 billion|apple",
          "Apple said iPhone sales rose|apple",
          "Amazon will spend $125 billion|amazon",
          "Oracle is renting the halls|oracle",
          "Samsung will build a fab in Taylor, Texas|taylor",
          "AMD's Venice processors use TSMC's process|venice",
          "Blackwell GPUs are sold out|blackwell",
          "Claude is Anthropic's model|claude",
          "Google's Gemini models gained users|gemini",
          "TSMC's N2 process enters volume production|n2",
          "Tower Semiconductor and Intel|tower",
          "Intel showed the 4004 microprocessor in 1971|4004",
          "ASML may ship DUV lithography machines|duv",
        })
    void meanTheEntryBesideTheirCues(String text, String id) {
      assertThat(sure(text)).anyMatch(found -> found.startsWith(id + ":"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Arm yourself with patience|arm",
          "She baked an Apple pie with cinnamon|apple",
          "Apple juice and cider prices rose|apple",
          "Deforestation in the Amazon rainforest|amazon",
          "They rafted down the Amazon River|amazon",
          "the Oracle of Omaha sold shares|oracle",
          "Taylor Swift sold out the stadium|taylor",
          "The film festival in Venice opened|venice",
          "Elizabeth Blackwell was a doctor|blackwell",
          "We flew to Milan for the fashion week|milan",
          "Turn right onto N2 after the bridge|n2",
          "Our Journey continues|journey",
          "Target audiences differ|target",
          "She broke her left Arm|arm",
          "Alexa asked the next question|alexa",
          "The director of the NEC answered|nec",
          "Rep. Dan Goldman voted no|goldman-sachs",
          "Onto the next question|onto-innovation",
          "H.R. 4004 became law|4004",
          "The firm has a Lambda function|lambda",
        })
    void meanNothingWithoutThem(String text, String id) {
      assertThat(sure(text)).noneMatch(found -> found.startsWith(id + ":"));
    }

    @Test
    void stayAsUnsureReadings() {
      assertThat(lexicon.match("Rubin is due in volume late this year"))
          .singleElement()
          .satisfies(
              match -> {
                assertThat(match.sure()).isEmpty();
                assertThat(match.candidates().get(0).entry().id()).isEqualTo("rubin");
              });
    }

    @Test
    void ofTwoEntriesGoToTheOneWhoseCuesAreNear() {
      assertThat(sure("Tata's Dholera fab slips")).contains("tata-electronics:Tata");
      assertThat(sure("the Tata conglomerate")).contains("tata-group:Tata");
    }

    @Test
    void insideAnotherNameMeanNothing() {
      assertThat(sure("on Fremont Avenue, at Boston University, in U.S. dollars, US$ 3 billion"))
          .isEmpty();
      assertThat(sure("under U.S. GAAP in the U.S.")).containsExactly("us:U.S");
    }
  }

  @Nested
  class LookUps {

    @ParameterizedTest
    @CsvSource({
      "google,google",
      "hynix,sk-hynix",
      "NVDA,nvidia",
      "amazon web services,aws",
      "tsmc,tsmc",
      "sk-hynix,sk-hynix",
      "Hon Hai,foxconn",
      "trainium,trainium",
      "commerce department,us-commerce-department"
    })
    void resolveWhatAUserTypes(String typed, String id) {
      assertThat(lexicon.resolve(typed)).map(Entry::id).contains(id);
    }

    @Test
    void ofUnknownNamesAreEmpty() {
      assertThat(lexicon.resolve("Brightwater Partners")).isEmpty();
      assertThat(lexicon.find("no-such-id")).isEmpty();
      assertThat(lexicon.byTicker("NASDAQ: ZZZZ")).isEmpty();
      assertThat(lexicon.owner("no-such-id")).isEmpty();
      assertThat(lexicon.suggest("", 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "NASDAQ: NVDA,nvidia", "NasdaqGS:NVDA,nvidia", "NVDA,nvidia", "TWSE: 2330,tsmc",
      "NYSE: TSM,tsmc", "KRX: 000660,sk-hynix", "TYO: 8035,tokyo-electron", "Euronext: ASML,asml"
    })
    void byTicker(String ticker, String id) {
      assertThat(lexicon.byTicker(ticker)).map(Entry::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
      "aws,amazon,true", "bedrock,amazon,true", "capacity-blocks,amazon,true",
          "google-cloud,alphabet,true",
      "tpu,alphabet,true", "azure,microsoft,true", "amazon,amazon,true", "amazon,aws,false",
      "nvidia,amazon,false", "no-such-id,amazon,false", "dresden,germany,true"
    })
    void knowWhatBelongsToWhom(String id, String ancestor, boolean within) {
      assertThat(lexicon.isWithin(id, ancestor)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
      "nvidia,1,false",
      "micron,8,false",
      "microsoft,6,false",
      "oracle,5,false",
      "intel,12,false",
      "kioxia,3,true",
      "softbank,3,true",
      "no-such-id,12,false",
      "github,6,false",
      "mellanox,1,false"
    })
    void knowWhenFiscalYearsEnd(String id, int month, boolean namedByStart) {
      assertThat(lexicon.fiscalYear(id)).isEqualTo(new FiscalYear(month, namedByStart));
    }

    @Test
    void suggestCompaniesBeforeProducts() {
      assertThat(lexicon.suggest("micr", 3))
          .extracting(Entry::id)
          .containsExactly("micron", "microchip", "microsoft");
      assertThat(lexicon.suggest("trainium", 2)).extracting(Entry::id).startsWith("trainium");
      assertThat(lexicon.suggest("HBM", 20)).extracting(Entry::type).contains(EntityType.PRODUCT);
    }
  }

  @Nested
  class Phrases {

    @ParameterizedTest
    @CsvSource({
      "the chipmaker,intel,true", "the chipmaker,microsoft,false",
      "the memory maker,micron,true", "the memory maker,tsmc,false",
      "the Taiwanese chipmaker,tsmc,true", "the Taiwanese chipmaker,intel,false",
      "the South Korean memory giant,sk-hynix,true", "the South Korean memory giant,micron,false",
      "the Boise-based company,micron,true", "the Boise-based company,nvidia,false",
      "the iPhone maker,apple,true", "the iPhone maker,samsung,false",
      "the ChatGPT developer,openai,true", "the Dutch equipment maker,asml,true",
      "the carmaker,tesla,true", "the cloud provider,coreweave,true",
      "the company,arizona,false", "the ministry,meti,true"
    })
    void fitTheEntriesTheyCanMean(String phrase, String id, boolean fits) {
      Descriptor descriptor = lexicon.descriptor(phrase).orElseThrow();
      assertThat(descriptor.fits(lexicon.find(id).orElseThrow())).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the weather", "last quarter", "shares"})
    void thatSayNothingAreEmpty(String phrase) {
      assertThat(lexicon.descriptor(phrase)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Foxlink Image Co., Ltd.|Foxlink Image",
        "Brightwater Partners LLC|Brightwater Partners",
        "Kaynes|Kaynes",
        "Inc.|Inc."
      })
  void legalFormsAreStripped(String name, String stripped) {
    assertThat(LegalForms.strip(name)).isEqualTo(stripped);
  }
}
