package io.chipwire.job.monitor;

import java.net.InetSocketAddress;

/**
 * Where metrics and health are served.
 *
 * @param host a name or address of this machine; nobody from elsewhere can reach 127.0.0.1
 * @param port 0 for any that is free
 */
public record MonitorAddress(String host, int port) {

  /** Of this machine only. */
  public static final String LOOPBACK = "127.0.0.1";

  /**
   * Checks the port.
   *
   * @throws IllegalArgumentException if it is none
   */
  public MonitorAddress {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + ": expected 0 to 65535");
    }
  }

  /** On 127.0.0.1. */
  public static MonitorAddress local(int port) {
    return new MonitorAddress(LOOPBACK, port);
  }

  InetSocketAddress socket() {
    return new InetSocketAddress(host, port);
  }
}
