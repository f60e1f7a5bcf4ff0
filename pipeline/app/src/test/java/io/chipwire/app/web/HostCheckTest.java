package io.chipwire.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {

  private final HostCheck check = new HostCheck(List.of("Search.example.org"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1",
        "127.0.0.1:8080",
        "192.168.1.7:80",
        "[::1]:8080",
        "search.example.org",
        "SEARCH.example.org.:443"
      })
  void letsItsOwnNamesAndAddressesIn(String host) {
    assertThat(check.allows(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8080",
        "evil.example:127.0.0.1",
        "[evil]",
        "search.example.org@evil.example",
        ""
      })
  void refusesEveryOther(String host) {
    assertThat(check.allows(host)).isFalse();
  }

  @Test
  void letsInWhoSendsNone() {
    assertThat(check.allows(null)).isTrue();
  }
}
