package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {

  private static final String HOST = "127.0.0.1:8080";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void letsOurOwnPagesAndProgramsIn() {
    assertThat(SameOrigin.refusal("same-origin", "null", HOST, FORM)).isNull();
    assertThat(SameOrigin.refusal("none", null, HOST, FORM)).isNull();
    assertThat(SameOrigin.refusal(null, "http://127.0.0.1:8080", HOST, FORM)).isNull();
    assertThat(SameOrigin.refusal(null, "https://127.0.0.1:8080", HOST, FORM)).isNull();
    assertThat(SameOrigin.refusal(null, null, HOST, null)).isNull();
    assertThat(SameOrigin.refusal(null, null, HOST, "Application/JSON; charset=utf-8")).isNull();
  }

  @Test
  void letsNoPageFromElsewhereIn() {
    assertThat(SameOrigin.refusal("cross-site", "http://127.0.0.1:8080", HOST, FORM))
        .isEqualTo("Sec-Fetch-Site \"cross-site\": expected a request from a page of this server");
    assertThat(SameOrigin.refusal("same-site", null, HOST, FORM)).isNotNull();
    assertThat(SameOrigin.refusal(null, "http://127.0.0.1:9090", HOST, FORM))
        .isEqualTo("Origin \"http://127.0.0.1:9090\": expected this server's");
    assertThat(SameOrigin.refusal(null, "null", HOST, "application/json")).isNotNull();
    assertThat(SameOrigin.refusal(null, "http://", null, FORM)).isNotNull();
    assertThat(SameOrigin.refusal(null, null, HOST, FORM))
        .isEqualTo("Content-Type \"" + FORM + "\" without Origin: expected application/json");
  }
}
