package io.chipwire.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An archive of filings on 127.0.0.1, in the form of EDGAR's: a feed, index pages and exhibits. The
 * companies and what they file are invented. Remembers what it was asked for.
 */
final class FilingSite implements AutoCloseable {

  private final HttpServer server;
  private final List<String> entries = new CopyOnWriteArrayList<>();
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  FilingSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Paths, in the order in which they were asked for; without robots.txt and the feed. */
  List<String> asked() {
    List<String> pagesAsked = new ArrayList<>(asked);
    pagesAsked.retainAll(pages.keySet());
    return pagesAsked;
  }

  /**
   * Files a report, listed under each of its filers.
   *
   * @param exhibit the press release in it; null if there is none
   * @return the path of the exhibit
   */
  String file(int number, String company, String exhibit, int... ciks) {
    String accession = "0009000001-26-%06d".formatted(number);
    String exhibitPath = folder(ciks[0], accession) + "ex991.htm";
    for (int cik : ciks) {
      entries.add(
          """
          <entry><title>8-K - %s (%010d) (Filer)</title><link rel="alternate" href="%s"/>
          <updated>2026-05-01T16:05:%02d-04:00</updated>
          <category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
          <id>urn:tag:sec.gov,2008:accession-number=%s</id></entry>
          """
              .formatted(company, cik, url(index(cik, accession)), number, accession));
      pages.put(
          index(cik, accession),
          """
          <table summary="Document Format Files">
          <tr><th>Seq</th><th>Description</th><th>Document</th><th>Type</th><th>Size</th></tr>
          <tr><td>1</td><td>8-K</td><td><a href="/ix?doc=%sform.htm">form</a></td><td>8-K</td><td>1</td></tr>
          %s</table>
          """
              .formatted(
                  folder(ciks[0], accession),
                  exhibit == null
                      ? ""
                      : "<tr><td>2</td><td>PR</td><td><a href=\"%s\">ex</a></td><td>EX-99.1</td><td>1</td></tr>"
                          .formatted(exhibitPath)));
    }
    if (exhibit != null) {
      pages.put(
          exhibitPath,
          "<html><head><title>EX-99.1</title></head><body>" + exhibit + "</body></html>");
    }
    return exhibitPath;
  }

  private static String folder(int cik, String accession) {
    return "/Archives/edgar/data/" + cik + "/" + accession.replace("-", "") + "/";
  }

  private static String index(int cik, String accession) {
    return folder(cik, accession) + accession + "-index.htm";
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    if (path.equals("/feed")) {
      answer(
          exchange,
          200,
          "application/atom+xml",
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Latest Filings</title><id>urn:x</id>"
              + String.join("", entries)
              + "</feed>");
    } else {
      String page = pages.get(path);
      answer(exchange, page == null ? 404 : 200, "text/html", page == null ? "none" : page);
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
