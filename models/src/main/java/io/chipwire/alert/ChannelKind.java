package io.chipwire.alert;

import io.chipwire.fact.Labelled;

/** By what way an alert reaches its subscriber. */
public enum ChannelKind implements Labelled {
  /** An HTTP POST by the Standard Webhooks specification. */
  WEBHOOK,
  /** A mail. */
  EMAIL,
  /** An HTTP POST as Slack's incoming webhooks take it, and what is compatible with them. */
  SLACK
}
