package io.chipwire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://News.Example.COM/A?b=c#d, https://news.example.com/A?b=c",
    "https://news.example.com, https://news.example.com/",
    "' https://news.example.com/a b ', https://news.example.com/a%20b",
    "https://news.example.com/größe, https://news.example.com/gr%C3%B6%C3%9Fe",
    "http://[2606:4700::1111]:8080/x, http://[2606:4700::1111]:8080/x"
  })
  void writesAddressesInOneWay(String text, String expected) {
    assertThat(WebAddress.parse(text, null)).contains(URI.create(expected));
  }

  @Test
  void resolvesRelativeOnesAgainstABase() {
    URI base = URI.create("https://news.example.com/feeds/all.xml");
    assertThat(WebAddress.parse("../a/1.html", base))
        .contains(URI.create("https://news.example.com/a/1.html"));
    assertThat(WebAddress.parse("//cdn.example.com/1", base))
        .contains(URI.create("https://cdn.example.com/1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/b",
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://user:secret@example.com/",
        "http://example.com:99999/",
        "http:///nowhere",
        "http://exa mple.com/",
        "http://%31/"
      })
  void refusesWhatCannotBeAsked(String text) {
    assertThat(WebAddress.parse(text, null)).isEmpty();
  }

  @Test
  void refusesEndlessAddresses() {
    assertThat(WebAddress.parse("http://example.com/" + "a".repeat(2_048), null)).isEmpty();
  }

  @Test
  void tellsOriginsApartByPort() {
    assertThat(WebAddress.origin(URI.create("http://a.example/x")))
        .isEqualTo("http://a.example:80");
    assertThat(WebAddress.origin(URI.create("https://A.example/")))
        .isEqualTo("https://a.example:443");
    assertThat(WebAddress.origin(URI.create("http://a.example:81/")))
        .isEqualTo("http://a.example:81");
  }
}
