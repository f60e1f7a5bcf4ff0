package io.chipwire.app.web;

import org.jspecify.annotations.Nullable;

/** Where the pages about alerts are. */
final class AlertAddress {

  static final String HOME = "/alerts";
  static final String NEW = "/alerts/new";
  static final String EDIT = "/alerts/edit";
  static final String SUBSCRIPTION = "/alerts/subscription";
  static final String CHANGE = "/alerts/change";
  static final String BACKTEST = "/alerts/backtest";
  static final String ALERT = "/alerts/alert";
  static final String RETRY = "/alerts/retry";
  static final String LOGIN = "/alerts/login";
  static final String LOGOUT = "/alerts/logout";
  static final String EVENTS = "/api/v1/alerts/events";

  private AlertAddress() {}

  static String of(String page, String id) {
    return page + "?id=" + Frame.encoded(id);
  }

  /** Where the events of a subscription are, or of all. */
  static String events(@Nullable String subscription) {
    return EVENTS + (subscription == null ? "" : "?subscription=" + Frame.encoded(subscription));
  }
}
