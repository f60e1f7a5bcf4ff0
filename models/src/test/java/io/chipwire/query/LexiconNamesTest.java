package io.chipwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.fact.EntityType;
import org.junit.jupiter.api.Test;

class LexiconNamesTest {

  private final LexiconNames names = LexiconNames.standard();

  @Test
  void namesAliasesTickersAndIdsAreLookedUpInAnyCase() {
    assertThat(names.ids("Micron Technology", EntityType.COMPANY)).containsExactly("micron");
    assertThat(names.ids("nvidia", EntityType.COMPANY)).containsExactly("nvidia");
    assertThat(names.ids("NVDA", EntityType.COMPANY)).containsExactly("nvidia");
    assertThat(names.ids("sk hynix", null)).containsExactly("sk-hynix");
    assertThat(names.ids("sk-hynix", null)).containsExactly("sk-hynix");
    assertThat(names.ids("nobody at all", null)).isEmpty();
    assertThat(names.ids("nvidia", EntityType.PLACE)).isEmpty();
  }

  @Test
  void businessesAndProductsBelongToTheirOwner() {
    assertThat(names.family("amazon")).startsWith("amazon").contains("aws", "trainium");
    assertThat(names.family("aws")).doesNotContain("amazon");
    assertThat(names.family("unknown")).containsExactly("unknown");
  }

  @Test
  void anOrdinaryWordIsNoName() {
    assertThat(names.idsOfWords("nvidia")).containsExactly("nvidia");
    assertThat(names.idsOfWords("NVDA")).containsExactly("nvidia");
    assertThat(names.idsOfWords("on")).isEmpty();
    assertThat(names.idsOfWords("price")).isEmpty();
  }

  @Test
  void aCompanyWithTwoNamesIsFoundByEither() {
    assertThat(names.ids("Google", EntityType.COMPANY)).containsExactly("google", "alphabet");
    assertThat(names.ids("GOOGL", EntityType.COMPANY)).containsExactly("alphabet", "google");
    assertThat(names.idsOfWords("google")).containsExactly("google", "alphabet");
  }

  @Test
  void queriesUseThem() throws QuerySyntaxException {
    assertThat(QueryLanguage.parse("company:\"Micron Technology\"", names))
        .hasToString("company:micron");
    assertThat(QueryLanguage.parse("company:nvda", names)).hasToString("company:nvidia");
  }
}
