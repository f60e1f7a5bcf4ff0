package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.extraction.ExtractionJson;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

  @TempDir private Path folder;
  private String store = "";

  @BeforeEach
  void nameTheStore() {
    store = folder.resolve("alerts.db").toString();
  }

  private Run token(String command, String... more) {
    String[] words = {"token", command, "--store", store};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Run.of(all);
  }

  @Test
  void showsATokenOnceAndRevokesItByWhatItBeginsWith() throws Exception {
    assertThat(token("list").out()).startsWith("no tokens in ");
    Run made = token("create", "the desk", "--scope", "write");
    assertThat(made.code()).isZero();
    assertThat(made.out()).startsWith("the token, shown this once: chipwire_");
    String secret = made.out().substring(made.out().indexOf("chipwire_")).strip();

    Run list = token("list");
    assertThat(list.out())
        .contains("write  the desk (made ")
        .contains(", used never)")
        .doesNotContain(secret);
    JsonNode one = ExtractionJson.mapper().readTree(token("list", "--json").out()).get(0);
    assertThat(secret).startsWith(one.path("beginsWith").asText());
    assertThat(one.path("scope").asText()).isEqualTo("write");
    assertThat(one.path("revokedAt").isNull()).isTrue();

    Run revoked = token("revoke", one.path("beginsWith").asText() + "…");
    assertThat(revoked.out()).startsWith("revoked chipwire_").contains("the desk");
    assertThat(token("list").out()).contains(", revoked 20");
    Run again = token("revoke", "the desk");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("token \"the desk\": expected one that is valid, found 0");
  }

  @Test
  void refusesScopesAndNamesThatAreNone() {
    assertThat(token("create", "a", "--scope", "root").err())
        .contains("scope \"root\": expected one of read, write");
    assertThat(token("create", " ").err()).contains("token's name \" \": expected 1 to 200");
    assertThat(Run.of("token").code()).isEqualTo(2);
  }

  @Test
  void servesAlertsBeyondThisMachineOnlyToHoldersOfATokenThatIsValid() {
    String[] serve = {"serve", "--index", "none", "--host", "0.0.0.0", "--store", store};
    Run refused = Run.of(serve);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("host 0.0.0.0: alerts are served there only to those who have a token")
        .contains("chipwire token create --store STORE --scope write NAME");

    token("create", "desk");
    assertThat(Run.of(serve).err()).contains("none").doesNotContain("host 0.0.0.0");
    token("revoke", "desk");
    assertThat(Run.of(serve).err()).contains("host 0.0.0.0: alerts are served there only");
  }
}
