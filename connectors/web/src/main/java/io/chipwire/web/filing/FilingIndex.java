package io.chipwire.web.filing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The index page of a filing: a table of its documents, and another of its data files. The columns
 * are found by their headings. Stateless.
 */
public final class FilingIndex {

  private static final Pattern ADDRESS =
      Pattern.compile(".*/(\\d{10}-\\d{2}-\\d{6})-index\\.html?");

  /** Documents with tagged numbers are linked by way of a viewer. */
  private static final Pattern VIEWER = Pattern.compile("/ix(?:viewer/doc/action)?\\?doc=(/[^&]*)");

  private static final int MAX_DEPTH = 200;

  private FilingIndex() {}

  /** The accession number of the filing whose index page has this address; empty if none has. */
  public static Optional<String> accession(URI address) {
    Matcher form = ADDRESS.matcher(String.valueOf(address.getPath()));
    return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
  }

  /**
   * The documents of a filing, in their order.
   *
   * @param charset that the transport declared, or null
   * @param address of the page
   * @throws IOException if there is no table of documents on the page
   */
  public static List<FiledDocument> documents(byte[] page, @Nullable String charset, URI address)
      throws IOException {
    Document parsed =
        Jsoup.parse(
            new ByteArrayInputStream(page),
            charset,
            address.toString(),
            Parser.htmlParser().setMaxDepth(MAX_DEPTH));
    List<FiledDocument> documents = new ArrayList<>();
    boolean any = false;
    for (Element table : parsed.select("table")) {
      List<String> headings =
          table.select("th").eachText().stream()
              .map(text -> text.toLowerCase(Locale.ROOT))
              .toList();
      int type = headings.indexOf("type");
      int document = headings.indexOf("document");
      if (type >= 0 && document >= 0) {
        any = true;
        read(table, type, document, documents);
      }
    }
    if (!any) {
      throw new IOException("no table with columns \"Document\" and \"Type\"");
    }
    return documents;
  }

  private static void read(Element table, int type, int document, List<FiledDocument> documents) {
    for (Element row : table.select("tr")) {
      List<Element> cells = row.select("> td");
      if (cells.size() > Math.max(type, document)) {
        Element link = cells.get(document).selectFirst("a[href]");
        if (link != null) {
          link.attr("href", VIEWER.matcher(link.attr("href")).replaceFirst("$1"));
          documents.add(new FiledDocument(cells.get(type).text().strip(), link.absUrl("href")));
        }
      }
    }
  }
}
