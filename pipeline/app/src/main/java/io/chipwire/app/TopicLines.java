package io.chipwire.app;

import io.chipwire.app.text.Printable;
import io.chipwire.kafka.KafkaTopic;
import io.chipwire.kafka.PageTopic;
import io.chipwire.kafka.SinkTopic;
import io.chipwire.kafka.Topics;
import java.util.ArrayList;
import java.util.List;

/** Says what topics a configuration has, without the values of their properties. */
final class TopicLines {

  private TopicLines() {}

  static List<String> of(Topics topics) {
    List<String> lines = new ArrayList<>();
    topics.pages().forEach(pages -> lines.add(line(pages)));
    if (topics.signals() != null) {
      lines.add(line("signals", topics.signals()));
    }
    if (topics.deadLetters() != null) {
      lines.add(line("rejected", topics.deadLetters()));
    }
    return lines;
  }

  private static String line(PageTopic pages) {
    String name = pages.name();
    KafkaTopic topic = pages.topic();
    return "%-8s %s%s  as group %s"
        .formatted(
            "kafka",
            Printable.line(topic.toString()),
            name.equals(topic.topic()) ? "" : " (" + Printable.line(name) + ")",
            Printable.line(pages.group()));
  }

  private static String line(String what, SinkTopic sink) {
    String transactions = sink.transactions();
    return "%-8s to %s  %s"
        .formatted(
            what,
            Printable.line(sink.topic().toString()),
            transactions == null
                ? "at least once"
                : "exactly once, by transactions " + Printable.line(transactions));
  }
}
