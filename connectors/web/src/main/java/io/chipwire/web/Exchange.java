package io.chipwire.web;

import io.chipwire.address.AddressPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One request and its answer: checked address, bounded size and time, no redirects, no cookies. */
final class Exchange implements AutoCloseable {

  private static final String OPEN_HEADERS = "jdk.httpclient.allowRestrictedHeaders";

  static {
    // The client reads it once: Host must be ours, so that the request goes to a checked address.
    String open = System.getProperty(OPEN_HEADERS, "");
    System.setProperty(OPEN_HEADERS, open.isEmpty() ? "host" : open + ",host");
  }

  private final FetchPolicy policy;
  private final AddressPolicy addresses;
  private final NameResolver resolver;
  private final HttpClient client;

  Exchange(FetchPolicy policy, NameResolver resolver) {
    this.policy = policy;
    this.addresses = new AddressPolicy(policy.allowed());
    this.resolver = resolver;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(policy.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY) // it would reach what we must not
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
    HttpRequest request = request(uri, known, checked(uri));
    CompletableFuture<HttpResponse<BoundedBody.Content>> answer =
        client.sendAsync(request, response -> new BoundedBody(maxBytes));
    try {
      HttpResponse<BoundedBody.Content> response =
          answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
      BoundedBody.Content content = response.body();
      return new Reply(response.statusCode(), response.headers(), content.bytes(), content.cut());
    } catch (TimeoutException e) {
      throw timeout(uri);
    } catch (ExecutionException e) {
      throw failure(uri, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(FetchFailure.UNREACHABLE, true, uri + ": interrupted");
    } finally {
      answer.cancel(true); // hangs up where it is not over
    }
  }

  private InetAddress checked(URI uri) throws FetchException {
    String host = uri.getHost();
    List<InetAddress> found;
    try {
      found = resolver.resolve(host);
    } catch (UnknownHostException e) {
      throw new FetchException(
          FetchFailure.UNKNOWN_HOST, true, uri + ": host \"" + host + "\" has no address");
    }
    for (InetAddress address : found) {
      if (!addresses.permits(address)) {
        throw new FetchException(
            FetchFailure.FORBIDDEN_ADDRESS,
            false,
            uri
                + ": leads to "
                + address.getHostAddress()
                + "; expected a public address, or one that the configuration allows");
      }
    }
    return found.getFirst();
  }

  private HttpRequest request(URI uri, Validators known, InetAddress address) {
    boolean plain = uri.getScheme().equals("http");
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(plain ? at(address, uri) : uri)
            .version(plain ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
            .header("User-Agent", policy.userAgent())
            .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .header("Accept-Encoding", "gzip");
    if (plain) {
      builder.header("Host", uri.getRawAuthority());
    }
    if (known.etag() != null) {
      builder.header("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      builder.header("If-Modified-Since", known.lastModified());
    }
    return builder.GET().build();
  }

  /** The same request, of the address that was checked. */
  private static URI at(InetAddress address, URI uri) {
    String literal = address.getHostAddress();
    int zone = literal.indexOf('%');
    literal = zone < 0 ? literal : literal.substring(0, zone);
    String host = literal.indexOf(':') < 0 ? literal : "[" + literal + "]";
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(uri.getScheme() + "://" + host + port + uri.getRawPath() + query);
  }

  private static FetchException timeout(URI uri) {
    return new FetchException(FetchFailure.TIMEOUT, true, uri + ": not done within the time limit");
  }

  private static FetchException failure(URI uri, Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException e -> timeout(uri);
      case SSLException e ->
          new FetchException(FetchFailure.TLS, false, uri + ": no secure connection: " + text(e));
      case IOException e ->
          new FetchException(FetchFailure.UNREACHABLE, true, uri + ": no answer: " + text(e));
      default -> new FetchException(FetchFailure.INTERNAL, false, uri + ": " + cause);
    };
  }

  private static String text(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
