package io.chipwire.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Quota;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.app.text.Printable;
import io.chipwire.app.web.Questions.BadParameterException;
import io.chipwire.app.web.WatchFormView.ChannelView;
import io.chipwire.app.web.WatchFormView.RowView;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Labelled;
import io.chipwire.query.QuerySyntaxException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form for a subscription: as it is shown, and as it comes back. */
final class WatchForms {

  private static final int ROOMS = 2;

  private WatchForms() {}

  /** For a new one with that query. */
  static WatchFormView empty(String query) {
    return new WatchFormView(
        null,
        "",
        query,
        Delivery.INSTANT.label(),
        labels(Delivery.class),
        "",
        Quota.Period.DAY.label(),
        labels(Quota.Period.class),
        "0",
        "1",
        false,
        List.of(),
        rooms(List.of()),
        labels(ChannelKind.class),
        null,
        List.of());
  }

  /** For one that is there. */
  static WatchFormView of(Subscription subscription) {
    Rules rules = subscription.rules();
    Quota quota = rules.quota();
    return new WatchFormView(
        subscription.id(),
        subscription.name(),
        subscription.query(),
        rules.delivery().label(),
        labels(Delivery.class),
        quota == null ? "" : Integer.toString(quota.most()),
        (quota == null ? Quota.Period.DAY : quota.period()).label(),
        labels(Quota.Period.class),
        Double.toString(rules.minimumConfidence()),
        Integer.toString(rules.minimumCorroboration()),
        rules.repeats(),
        channels(subscription, subscription.channels().stream().map(Channel::id).toList()),
        rooms(List.of()),
        labels(ChannelKind.class),
        null,
        List.of());
  }

  /** As it was sent, with what is wrong. */
  static WatchFormView again(
      Context context, @Nullable Subscription subscription, Exception problem) {
    String query = value(context, "query");
    return new WatchFormView(
        subscription == null ? null : subscription.id(),
        value(context, "name"),
        query,
        value(context, "delivery"),
        labels(Delivery.class),
        value(context, "most"),
        value(context, "period"),
        labels(Quota.Period.class),
        value(context, "confidence"),
        value(context, "corroboration"),
        context.formParam("repeats") != null,
        channels(subscription, context.formParams("keep")),
        rooms(rows(context)),
        labels(ChannelKind.class),
        problem.getMessage(),
        problem instanceof QuerySyntaxException syntax ? place(query, syntax) : List.of());
  }

  /** The form as the object that the API takes. */
  static ObjectNode object(Context context, boolean known) {
    ObjectNode object = ExtractionJson.mapper().createObjectNode();
    object.put("name", value(context, "name"));
    object.put("query", value(context, "query"));
    object.put("delivery", value(context, "delivery"));
    String most = value(context, "most");
    object.put("atMost", most.isEmpty() ? null : most + "/" + value(context, "period"));
    String confidence = value(context, "confidence");
    String corroboration = value(context, "corroboration");
    try {
      object.put("minimumConfidence", confidence.isEmpty() ? 0 : Double.parseDouble(confidence));
    } catch (NumberFormatException e) {
      throw new BadParameterException(
          "confidence \"" + confidence + "\": expected a number from 0 to 1", e);
    }
    try {
      object.put(
          "minimumCorroboration", corroboration.isEmpty() ? 1 : Integer.parseInt(corroboration));
    } catch (NumberFormatException e) {
      throw new BadParameterException(
          "corroboration \"" + corroboration + "\": expected a whole number", e);
    }
    object.put("repeats", context.formParam("repeats") != null);
    ArrayNode channels = object.putArray("channels");
    if (known) {
      context.formParams("keep").forEach(id -> channels.addObject().put("id", id));
    }
    for (RowView row : rows(context)) {
      channels.addObject().put("kind", row.kind()).put("target", row.target());
    }
    return object;
  }

  private static List<RowView> rows(Context context) {
    List<String> kinds = context.formParams("kind");
    List<String> targets = context.formParams("target");
    List<RowView> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(kinds.size(), targets.size()); i++) {
      if (!targets.get(i).isBlank()) {
        rows.add(new RowView(kinds.get(i), targets.get(i).strip()));
      }
    }
    return rows;
  }

  private static List<RowView> rooms(List<RowView> rows) {
    List<RowView> all = new ArrayList<>(rows);
    for (int i = 0; i < ROOMS; i++) {
      ChannelKind[] kinds = ChannelKind.values();
      all.add(new RowView(kinds[i % kinds.length].label(), ""));
    }
    return all;
  }

  private static List<ChannelView> channels(
      @Nullable Subscription subscription, List<String> kept) {
    return subscription == null
        ? List.of()
        : subscription.channels().stream()
            .map(
                channel ->
                    new ChannelView(
                        channel.id(), Printable.line(channel.shown()), kept.contains(channel.id())))
            .toList();
  }

  /** The query cut where it is wrong. */
  static List<String> place(String query, QuerySyntaxException problem) {
    int start = Math.max(0, Math.min(problem.position(), query.length()));
    int end = start;
    while (end < query.length() && !Character.isWhitespace(query.charAt(end))) {
      end++;
    }
    return List.of(query.substring(0, start), query.substring(start, end), query.substring(end));
  }

  private static <E extends Enum<E> & Labelled> List<String> labels(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
  }

  private static String value(Context context, String name) {
    return Objects.requireNonNullElse(context.formParam(name), "").strip();
  }
}
