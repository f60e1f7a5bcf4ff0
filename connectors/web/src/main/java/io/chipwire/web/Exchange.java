package io.chipwire.web;

import io.chipwire.address.AddressPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer: checked address, bounded size and time, no redirects, no cookies, no
 * proxy. Safe for use by several threads, which wait for their answers.
 */
final class Exchange implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 256;
  private static final int MOST_OF_A_HOST = 8;

  private final CloseableHttpClient client;

  /** Hangs up on who does not come to an end. */
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().daemon().name("fetch-deadlines").unstarted(task));

  Exchange(FetchPolicy policy, NameResolver resolver) {
    deadlines.setRemoveOnCancelPolicy(true);
    Timeout connecting = Timeout.of(policy.connectTimeout());
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(
                        new CheckedResolver(new AddressPolicy(policy.allowed()), resolver))
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_OF_A_HOST)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(connecting)
                            .setSocketTimeout(Timeout.of(policy.timeout()))
                            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom().setConnectionRequestTimeout(connecting).build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression() // done by Reply, which knows a limit
            .setUserAgent(policy.userAgent())
            .build();
  }

  /**
   * Sends a GET and takes at most {@code maxBytes} of what comes back.
   *
   * @param time for all of it
   */
  Reply get(URI uri, Validators known, int maxBytes, Duration time) throws FetchException {
    if (time.isNegative() || time.isZero()) {
      throw timeout(uri);
    }
    HttpGet request = request(uri, known);
    Future<?> deadline = deadlines.schedule(request::abort, time.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, response -> reply(request, response, maxBytes));
    } catch (IOException e) {
      throw request.isAborted() ? timeout(uri) : failure(uri, e);
    } catch (RuntimeException e) {
      throw new FetchException(FetchFailure.INTERNAL, false, uri + ": " + e);
    } finally {
      deadline.cancel(false);
    }
  }

  private static HttpGet request(URI uri, Validators known) {
    HttpGet request = new HttpGet(uri);
    request.setHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    request.setHeader("Accept-Encoding", "gzip, br");
    if (known.etag() != null) {
      request.setHeader("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      request.setHeader("If-Modified-Since", known.lastModified());
    }
    return request;
  }

  private static Reply reply(HttpGet request, ClassicHttpResponse response, int maxBytes)
      throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName(), name -> new ArrayList<>())
          .add(String.valueOf(header.getValue()));
    }
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new Reply(response.getCode(), headers, new byte[0], false);
    }
    InputStream body = entity.getContent();
    byte[] bytes = body.readNBytes(maxBytes);
    boolean cut = bytes.length == maxBytes && body.read() >= 0;
    if (cut) {
      request.abort(); // nothing more is wanted
    }
    return new Reply(response.getCode(), headers, bytes, cut);
  }

  private static FetchException timeout(URI uri) {
    return new FetchException(FetchFailure.TIMEOUT, true, uri + ": not done within the time limit");
  }

  private static FetchException failure(URI uri, IOException cause) {
    return switch (cause) {
      case ForbiddenAddressException e ->
          new FetchException(
              FetchFailure.FORBIDDEN_ADDRESS, false, uri + ": leads to " + e.getMessage());
      case UnknownHostException e ->
          new FetchException(
              FetchFailure.UNKNOWN_HOST,
              true,
              uri + ": host \"" + uri.getHost() + "\" has no address");
      case SocketTimeoutException e -> timeout(uri);
      case SSLException e ->
          new FetchException(FetchFailure.TLS, false, uri + ": no secure connection: " + text(e));
      default ->
          new FetchException(FetchFailure.UNREACHABLE, true, uri + ": no answer: " + text(cause));
    };
  }

  private static String text(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    deadlines.shutdownNow();
  }

  /** An address that must not be connected to; the message names it and says what was expected. */
  private static final class ForbiddenAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    ForbiddenAddressException(InetAddress address) {
      super(
          address.getHostAddress()
              + "; expected a public address, or one that the configuration allows");
    }
  }

  /** Looks a name up once, and refuses it if any of its addresses must not be connected to. */
  private record CheckedResolver(AddressPolicy addresses, NameResolver resolver)
      implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      List<InetAddress> found = resolver.resolve(host);
      for (InetAddress address : found) {
        if (!addresses.permits(address)) {
          throw new ForbiddenAddressException(address);
        }
      }
      return found.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
