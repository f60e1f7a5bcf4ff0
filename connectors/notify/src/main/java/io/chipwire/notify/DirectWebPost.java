package io.chipwire.notify;

import io.chipwire.address.AddressPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts straight to the receiver, without proxy, cookies or redirects. A name is looked up once,
 * all its addresses are checked, and only those are connected to: a name that changes in between
 * gains nothing. An answer's body is not read. Only a virtual thread can be interrupted while it
 * posts; its connection is closed then.
 */
public final class DirectWebPost implements WebPost {

  private static final AddressPolicy PUBLIC = new AddressPolicy(List.of());
  private static final int MOST_CONNECTIONS = 128;
  private static final int MOST_OF_A_HOST = 16;

  private final CloseableHttpClient client;

  private DirectWebPost(CloseableHttpClient client) {
    this.client = client;
  }

  /**
   * A poster.
   *
   * @param timeout for connecting, and again for waiting for an answer
   * @param allowPrivate whether addresses of this machine and of private networks are allowed
   */
  public static DirectWebPost open(Duration timeout, boolean allowPrivate) {
    Timeout limit = Timeout.of(timeout);
    return new DirectWebPost(
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new CheckedResolver(allowPrivate))
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_OF_A_HOST)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(limit)
                            .setSocketTimeout(limit)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(limit)
                    .setResponseTimeout(limit)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("chipwire")
            .build());
  }

  @Override
  public Answer post(URI uri, Map<String, String> headers, byte[] body) throws IOException {
    HttpPost post = new HttpPost(uri);
    headers.forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return client.execute(
        post,
        response -> {
          Header retryAfter = response.getFirstHeader("Retry-After");
          if (response.getEntity() != null && response.getEntity().getContentLength() != 0) {
            post.abort(); // of an endless body nothing is read
          }
          return new Answer(response.getCode(), retryAfter == null ? null : retryAfter.getValue());
        });
  }

  @Override
  public void close() {
    client.close(CloseMode.GRACEFUL);
  }

  /** Looks names up and refuses those of whose addresses any is not public. */
  private record CheckedResolver(boolean allowPrivate) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
      if (!allowPrivate && !Arrays.stream(addresses).allMatch(PUBLIC::permits)) {
        throw new RefusedAddressException(
            "the receiver's address is private; expected one of the internet");
      }
      if (Thread.currentThread().isInterrupted()) {
        // Looking up cannot be interrupted, and the rest may be done without waiting for anything.
        throw new UnknownHostException("found too late");
      }
      return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
      return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
  }
}
