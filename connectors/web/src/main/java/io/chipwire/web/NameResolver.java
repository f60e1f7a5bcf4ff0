package io.chipwire.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks host names up. Safe for use by several threads. */
@FunctionalInterface
public interface NameResolver {

  /** The system's own, with the JVM's cache. */
  NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * All addresses of a host, at least one.
   *
   * @throws UnknownHostException if there is none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
