package io.chipwire.app;

import java.net.InetSocketAddress;

/** Where metrics and health of a job are served, as an address to click on. */
final class MonitorUrl {

  private MonitorUrl() {}

  static String of(InetSocketAddress at) {
    String host = at.getAddress().getHostAddress();
    return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, at.getPort());
  }
}
