package io.chipwire.notify;

import io.chipwire.alert.Alert;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes Atom (RFC 4287). */
final class AtomFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private AtomFeed() {}

  static byte[] of(FeedDocument feed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", FeedDocument.urn(feed.subscription().id()));
      element(xml, "title", feed.title());
      element(xml, "subtitle", feed.subscription().query());
      element(xml, "updated", feed.updated().toString());
      author(xml, "chipwire");
      link(xml, "self", "application/atom+xml", feed.self() + ".atom");
      link(xml, "alternate", "application/feed+json", feed.self() + ".json");
      for (Alert alert : feed.alerts()) {
        entry(xml, alert);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("feed of " + feed.subscription().id(), e);
    }
    return bytes.toByteArray();
  }

  private static void entry(XMLStreamWriter xml, Alert alert) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", FeedDocument.urn(alert.id()));
    element(xml, "title", AlertText.headline(alert));
    element(xml, "updated", alert.alertedAt().toString());
    if (alert.publishedAt() != null) {
      element(xml, "published", alert.publishedAt().toString());
    }
    if (alert.publisher() != null) {
      author(xml, alert.publisher());
    }
    String link = AlertText.link(alert);
    if (link != null) {
      link(xml, "alternate", null, link);
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(AlertText.body(alert));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element(xml, "name", name);
    xml.writeEndElement();
  }

  private static void link(
      XMLStreamWriter xml, String relation, @Nullable String type, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    if (type != null) {
      xml.writeAttribute("type", type);
    }
    xml.writeAttribute("href", AlertText.line(address));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(AlertText.line(text));
    xml.writeEndElement();
  }
}
