package io.chipwire.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chipwire.alert.Channel;
import io.chipwire.alert.ChannelKind;
import io.chipwire.alert.Delivery;
import io.chipwire.alert.Quota;
import io.chipwire.alert.Rules;
import io.chipwire.alert.Subscription;
import io.chipwire.app.web.Questions.BadParameterException;
import io.chipwire.extraction.ExtractionJson;
import io.chipwire.fact.Labelled;
import io.chipwire.match.SubscriptionMatcher;
import io.chipwire.query.NameResolver;
import io.chipwire.query.QueryLanguage;
import io.chipwire.query.QuerySyntaxException;
import io.chipwire.store.NewSubscription;
import io.chipwire.store.NewSubscription.NewChannel;
import io.chipwire.store.Receivers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as a caller wants it.
 *
 * @param wanted what it is to say, with the channels to be added
 * @param kept ids of the channels that it has and keeps
 */
record SubscriptionInput(NewSubscription wanted, Set<String> kept) {

  private static final int MOST_CHANNELS = 20;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]");
  private static final Set<String> PROPERTIES =
      Set.of(
          "name",
          "owner",
          "query",
          "delivery",
          "atMost",
          "minimumConfidence",
          "minimumCorroboration",
          "repeats",
          "channels");

  /** Reads a body. */
  static JsonNode object(String body) {
    try {
      JsonNode object = ExtractionJson.mapper().readTree(body);
      if (object != null && object.isObject()) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new BadParameterException("body: expected a JSON object", e);
    }
    throw new BadParameterException("body: expected a JSON object", null);
  }

  /**
   * Reads what is wanted.
   *
   * @param before what the subscription says now, for what is left out; null for a new one
   * @param owner whose a new one is, if it is not said
   * @throws QuerySyntaxException if its query is none
   * @throws BadParameterException if something else is not as expected
   */
  static SubscriptionInput of(
      JsonNode object, @Nullable Subscription before, String owner, NameResolver names)
      throws QuerySyntaxException {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!PROPERTIES.contains(name)) {
                throw new BadParameterException(
                    "property \"%s\": expected one of %s"
                        .formatted(name, PROPERTIES.stream().sorted().toList()),
                    null);
              }
            });
    String query = text(object, "query", before == null ? "" : before.query());
    Rules rules = rules(object, before == null ? Rules.USUAL : before.rules());
    requireStorable(query, rules, before, names);
    Set<String> kept = new HashSet<>();
    List<NewChannel> added = new ArrayList<>();
    channels(object, before, kept, added);
    try {
      return new SubscriptionInput(
          new NewSubscription(
              text(object, "name", before == null ? "" : before.name()),
              query,
              text(object, "owner", before == null ? owner : before.owner()),
              added,
              rules),
          Set.copyOf(kept));
    } catch (IllegalArgumentException e) {
      throw new BadParameterException(e.getMessage(), e);
    }
  }

  private static String text(JsonNode object, String name, String usual) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return usual;
    }
    if (!value.isTextual()) {
      throw new BadParameterException(name + ": expected a text", null);
    }
    return printable(name, value.textValue()).strip();
  }

  /** No database takes all other texts, and no reader can read them. */
  private static String printable(String what, String text) {
    if (UNPRINTABLE.matcher(text).find()) {
      throw new BadParameterException(
          what + ": expected a text without control characters and halves of characters", null);
    }
    return text;
  }

  /** What is the same as before was checked before; names may have changed since. */
  private static void requireStorable(
      String query, Rules rules, @Nullable Subscription before, NameResolver names)
      throws QuerySyntaxException {
    boolean same =
        before != null
            && before.query().equals(query)
            && before.rules().minimumCorroboration() == rules.minimumCorroboration();
    if (!same) {
      Optional<String> refusal =
          SubscriptionMatcher.refusal(QueryLanguage.parse(query, names), rules);
      if (refusal.isPresent()) {
        throw new BadParameterException("query \"%s\": %s".formatted(query, refusal.get()), null);
      }
    }
  }

  private static Rules rules(JsonNode object, Rules before) {
    try {
      return new Rules(
          choice(Delivery.class, "delivery", text(object, "delivery", before.delivery().label())),
          quota(object, before.quota()),
          confidence(object, before.minimumConfidence()),
          corroboration(object, before.minimumCorroboration()),
          repeats(object, before.repeats()));
    } catch (IllegalArgumentException e) {
      throw new BadParameterException(e.getMessage(), e);
    }
  }

  private static @Nullable Quota quota(JsonNode object, @Nullable Quota before) {
    JsonNode value = object.path("atMost");
    if (value.isMissingNode()) {
      return before;
    }
    return value.isNull() ? null : Quota.parse(text(object, "atMost", ""));
  }

  private static double confidence(JsonNode object, double before) {
    JsonNode value = object.path("minimumConfidence");
    if (!value.isMissingNode() && !value.isNumber()) {
      throw new BadParameterException("minimumConfidence: expected a number from 0 to 1", null);
    }
    return value.asDouble(before);
  }

  private static int corroboration(JsonNode object, int before) {
    JsonNode value = object.path("minimumCorroboration");
    if (!value.isMissingNode() && !(value.isIntegralNumber() && value.canConvertToInt())) {
      throw new BadParameterException("minimumCorroboration: expected a whole number", null);
    }
    return value.asInt(before);
  }

  private static boolean repeats(JsonNode object, boolean before) {
    JsonNode value = object.path("repeats");
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw new BadParameterException("repeats: expected true or false", null);
    }
    return value.asBoolean(before);
  }

  private static void channels(
      JsonNode object, @Nullable Subscription before, Set<String> kept, List<NewChannel> added) {
    Set<String> there =
        before == null
            ? Set.of()
            : before.channels().stream().map(Channel::id).collect(Collectors.toSet());
    JsonNode channels = object.path("channels");
    if (channels.isMissingNode()) {
      kept.addAll(there);
      return;
    }
    if (!channels.isArray() || channels.size() > MOST_CHANNELS) {
      throw new BadParameterException(
          "channels: expected a list of at most " + MOST_CHANNELS, null);
    }
    for (JsonNode channel : channels) {
      if (channel.has("id")) {
        String id = channel.path("id").asText();
        if (!there.contains(id)) {
          throw new BadParameterException(
              "channel \"" + id + "\": the subscription has none of that id", null);
        }
        kept.add(id);
      } else {
        ChannelKind kind =
            choice(ChannelKind.class, "channel's kind", channel.path("kind").asText());
        String target = printable("channel's target", channel.path("target").asText());
        added.add(receiver(kind, target.strip()));
      }
    }
  }

  private static NewChannel receiver(ChannelKind kind, String target) {
    try {
      return Receivers.channel(kind, target);
    } catch (IllegalArgumentException e) {
      throw new BadParameterException(e.getMessage(), e);
    }
  }

  private static <E extends Enum<E> & Labelled> E choice(Class<E> type, String what, String label) {
    return Labelled.find(type, label)
        .orElseThrow(
            () ->
                new BadParameterException(
                    "%s \"%s\": expected one of %s".formatted(what, label, Labelled.labels(type)),
                    null));
  }

  /** The secrets of the webhooks that are added. */
  List<String> secrets() {
    return wanted.channels().stream()
        .filter(channel -> channel.kind() == ChannelKind.WEBHOOK)
        .map(NewChannel::secret)
        .filter(secret -> secret != null)
        .toList();
  }
}
