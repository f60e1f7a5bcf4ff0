package io.chipwire.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.Entity;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityLinkerTest {

  private static final EntityLinker LINKER = EntityLinker.standard();

  private static LinkedEntities link(String title, String text, String publisher) {
    AnnotatedText headline = title.isEmpty() ? null : Language.shared().annotate(title);
    return LINKER.link(headline, Language.shared().annotate(text), publisher);
  }

  private static List<String> named(String text) {
    return link("", text, null).entities().stream()
        .map(entity -> entity.type().label() + " " + entity.id())
        .toList();
  }

  private static List<String> described(String text) {
    return link("", text, null).text().stream()
        .filter(mention -> !mention.byName())
        .map(mention -> text.substring(mention.start(), mention.stop()) + " = " + mention.id())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shares of Apple rose 2% after the iPhone launch. | company apple",
        "Nvidia and Arm announced a licence. | company arm",
        "Amazon said its cloud revenue rose. | company amazon",
        "Micron raised its outlook for memory. | company micron",
        "Officials in the U.S. Commerce Department objected. | organization us-commerce-department",
        "Prices were quoted in Shenzhen. | place shenzhen",
        "Kioxia makes NAND there. | product nand",
      })
  void knownNamesAreLinkedByAliasAndContext(String text, String expected) {
    assertThat(named(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AMD will acquire MEXT, a maker of software for memory. | company mext",
        "Microsoft signed a contract with Iren, an Australian operator. | company iren",
        "Samsung posted KRW 52 trillion in revenue. | company samsung",
      })
  void companiesAreKnownByWhatIsSaidThatTheyAre(String text, String expected) {
    assertThat(named(text)).contains(expected).doesNotContain("company krw");
  }

  @Test
  void aKnownCompanyGoesByTheFirstWordOfItsName() {
    assertThat(
            link("", "Constellation Energy will sell power. Constellation owns reactors.", null)
                .text())
        .filteredOn(mention -> mention.id().equals("constellation-energy"))
        .hasSize(2);
  }

  @Test
  void aCountrysLargestFoundryIsTheOneThatWasNamed() {
    assertThat(described("SMIC fared better. China's largest foundry won orders."))
        .contains("China's largest foundry = smic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "She baked an apple pie with ten apples. | apple",
        "He broke his arm at the gym. | arm",
        "Loggers cut down the Amazon rainforest along the river. | amazon",
        "The film is one micron thick. | micron",
        "Sales grew 8% in U.S. dollar terms. | us",
        "The market is worth US$ 53 billion. | us",
        "The company follows U.S. GAAP. | us",
        "The CHIPS and Science Act was passed. | chips-and-science-act",
      })
  void commonWordsCurrenciesAndLawsAreNoEntities(String text, String unwanted) {
    assertThat(link("", text, null).entities()).extracting(Entity::id).doesNotContain(unwanted);
  }

  @Test
  void tickersInBracketsNameTheCompanyBeforeThem() {
    assertThat(
            link(
                    "",
                    "Tokyo Electron Limited (TSE: 8035) and Hynix Semiconductor (000660.KS) met.",
                    null)
                .entities())
        .extracting(Entity::id)
        .contains("tokyo-electron", "sk-hynix");
  }

  @Test
  void shortFormsJoinTheLongestNameOfAnUnknownCompany() {
    String text =
        "Zelkova Semiconductor Inc. makes power chips. “We are sold out,” said Ada Brennwald, its"
            + " chief executive. Zelkova will expand in Ohio, Brennwald said.";
    List<Entity> entities = link("", text, null).entities();
    assertThat(entities)
        .extracting(Entity::id)
        .containsExactly("zelkova-semiconductor", "ada-brennwald", "ohio");
    assertThat(entities.get(0).name()).isEqualTo("Zelkova Semiconductor");
    assertThat(entities.get(0).mentions())
        .extracting(span -> span.of(text))
        .contains("Zelkova")
        .hasSize(2);
    assertThat(entities.get(1).mentions())
        .extracting(span -> span.of(text))
        .containsExactly("Ada Brennwald", "Brennwald");
  }

  @Test
  void familyNamesLeadToThePersonWithoutTitles() {
    String text =
        "Chief Executive Andy Jassy spoke. Mr. Jassy was brief. Park Min-seo, an analyst at Doyo"
            + " Securities, was not. Park expects more.";
    assertThat(named(text))
        .contains("person andy-jassy", "person park-min-seo", "company doyo-securities")
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "said Ina Holm of the Lindgren Institute, a think tank. | organization lindgren-institute",
        "The case went to the Ministry of Rivers and Lakes in Taipei."
            + " | organization ministry-of-rivers-and-lakes",
        "The Food and Grain Administration did not answer. "
            + "| organization food-and-grain-administration",
        "“No,” said Ina Holm, an analyst at Harrow Lane. | company harrow-lane",
        "Trucks queued on Quarry Road near Dresden. | place quarry-road",
        "It showed its Zephyr chip in Taipei. | product zephyr",
        "Nvidia showed an MX450Q accelerator. | product mx450q",
      })
  void headingNounsAndContextGiveUnknownNamesTheirType(String text, String expected) {
    assertThat(named(text)).contains(expected);
  }

  @Test
  void titleOfAnArticleIsScannedWithTheNamesOfItsText() {
    LinkedEntities linked =
        link(
            "Zelkova lifts prices",
            "Zelkova Semiconductor said on Monday that prices rise.",
            "Chip Ledger");
    assertThat(linked.title()).extracting(Mention::id).containsExactly("zelkova-semiconductor");
    assertThat(linked.entities().get(0).mentions()).hasSize(1);
  }

  @Test
  void publisherIsAnEntityWhereTheTextNamesIt() {
    assertThat(link("", "Zoning is hard, a landlord told Rackwise.", "Rackwise").entities())
        .extracting(Entity::id)
        .containsExactly("rackwise");
    assertThat(link("", "BOISE, Idaho (RACKWISE) – Micron said so.", "Rackwise").entities())
        .extracting(Entity::id)
        .doesNotContain("rackwise");
  }

  @Test
  void descriptionsReferToTheLastFittingCompany() {
    assertThat(
            described(
                "TSMC sold wafers to Nvidia. The Taiwanese foundry said it would raise prices."))
        .containsExactly("The Taiwanese foundry = tsmc", "it = tsmc");
    assertThat(described("Micron ships to Dell. The memory maker is sold out."))
        .containsExactly("The memory maker = micron");
    assertThat(
            described(
                "AMD raises prices. What remains is shared by MediaTek and Marvell. "
                    + "The company has told customers to wait."))
        .containsExactly("The company = amd");
  }

  @Test
  void twoCompaniesShareAPluralReference() {
    assertThat(described("Intel and AMD agreed. The two companies gave no price."))
        .containsExactly("The two companies = intel", "The two companies = amd");
  }

  @Test
  void firstPersonOfAReleaseIsItsIssuer() {
    assertThat(described("Micron Technology, Inc. (Nasdaq: MU) reported results. “We sold out.”"))
        .containsExactly("We = micron");
    assertThat(described("Micron reported results. “We sold out,” said Ina Holm.")).isEmpty();
  }

  @Test
  void mentionsAreSortedAndPointIntoTheText() {
    String text = "Nvidia buys HBM4 from SK hynix in South Korea; it pays in won.";
    LinkedEntities linked = link("", text, null);
    assertThat(linked.text()).isSortedAccordingTo((a, b) -> a.start() - b.start());
    assertThat(linked.text())
        .extracting(mention -> text.substring(mention.start(), mention.stop()))
        .containsExactly("Nvidia", "HBM4", "SK hynix", "South Korea", "it");
  }

  @Test
  void emptyTextHasNoEntities() {
    LinkedEntities linked = link("", "", null);
    assertThat(linked.entities()).isEmpty();
    assertThat(linked.text()).isEmpty();
  }
}
