package io.chipwire.notify;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts over HTTP. Thread-safe. */
public interface WebPost extends AutoCloseable {

  /**
   * What a server answered.
   *
   * @param retryAfter the header of that name, or null
   */
  record Answer(int status, @Nullable String retryAfter) {}

  /**
   * Posts once and follows no redirect.
   *
   * @throws RefusedAddressException if the address may not be connected to
   * @throws IOException if there was no answer in time
   */
  Answer post(URI uri, Map<String, String> headers, byte[] body) throws IOException;

  @Override
  void close();
}
