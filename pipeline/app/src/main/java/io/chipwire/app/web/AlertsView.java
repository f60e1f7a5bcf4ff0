package io.chipwire.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages about subscriptions and their alerts show; texts are raw, the templates escape
 * them.
 *
 * @param watches the subscriptions; on the page of one that one alone
 * @param secrets of webhooks that were added just now, to be shown this once
 * @param one whether this is the page of one subscription
 * @param loggedIn whether there is somebody to log out
 */
public record AlertsView(
    List<WatchView> watches, List<String> secrets, InboxView inbox, boolean one, boolean loggedIn) {

  /** Copies the lists. */
  public AlertsView {
    watches = List.copyOf(watches);
    secrets = List.copyOf(secrets);
  }

  /**
   * A subscription.
   *
   * @param state whether it is told, and if not why
   * @param quiet whether it is not
   * @param rules when and how much is told
   * @param channels where to
   */
  public record WatchView(
      String id,
      String href,
      String name,
      String owner,
      String query,
      String state,
      boolean quiet,
      boolean paused,
      boolean muted,
      String rules,
      List<String> channels,
      String told,
      String held) {

    /** Copies the list. */
    public WatchView {
      channels = List.copyOf(channels);
    }
  }

  /**
   * Alerts, the last one put in first.
   *
   * @param events where new ones are told, from the first of these on
   * @param page address of the page that shows them
   * @param held whether those that were not told are among them
   * @param other address of the same with the others, or without
   */
  public record InboxView(
      String events, String page, boolean held, String other, List<AlertLineView> alerts) {

    /** Copies the list. */
    public InboxView {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * An alert in a list.
   *
   * @param href of our page about it
   * @param held why it was not told, or null
   * @param watch name of its subscription
   * @param time when it was put in, for people
   */
  public record AlertLineView(
      String id,
      String href,
      String title,
      String origin,
      String sentence,
      List<String> facts,
      @Nullable String held,
      String watch,
      String time) {

    /** Copies the list. */
    public AlertLineView {
      facts = List.copyOf(facts);
    }

    /** The class name of its item. */
    public @Nullable String style() {
      return held == null ? null : "held";
    }
  }
}
