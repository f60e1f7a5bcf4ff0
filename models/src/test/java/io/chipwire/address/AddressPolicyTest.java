package io.chipwire.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "10.20.30.40",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.251",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "fe80::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "192.0.2.1",
        "198.18.0.1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::"
      })
  void refusesWhatIsNotPublic(String literal) throws Exception {
    assertThat(new AddressPolicy(List.of()).permits(address(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "11.0.0.0",
        "2606:4700::1111",
        "64:ff9b::808:808"
      })
  void permitsWhatIsPublic(String literal) throws Exception {
    assertThat(new AddressPolicy(List.of()).permits(address(literal))).isTrue();
  }

  @Test
  void permitsWhatTheConfigurationAllowsAndNoMore() throws Exception {
    AddressPolicy policy =
        new AddressPolicy(List.of(new AddressRange("127.0.0.1"), new AddressRange("fd00::/16")));
    assertThat(policy.permits(address("127.0.0.1"))).isTrue();
    assertThat(policy.permits(address("127.0.0.2"))).isFalse();
    assertThat(policy.permits(address("fd00::1"))).isTrue();
    assertThat(policy.permits(address("fd01::1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "fc00::/129"})
  void refusesARangeThatIsNone(String text) {
    assertThatThrownBy(() -> new AddressRange(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("address range \"" + text + "\": expected an address such as");
  }
}
