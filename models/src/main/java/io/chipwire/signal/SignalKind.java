package io.chipwire.signal;

import io.chipwire.fact.Labelled;

/** What kind of news a signal is. */
public enum SignalKind implements Labelled {
  /** A price, a price change, a price war. */
  PRICING,
  /** Customers, deployments, design wins. */
  ADOPTION,
  /** A commitment, or a backlog made of them. */
  COMMITMENT,
  /** Reported revenue, profit, margin. */
  EARNINGS,
  /** A company's own outlook. */
  GUIDANCE,
  /** Capital spending, actual or planned. */
  CAPEX,
  /** Capacity, shortage, lead time, yield, inventory. */
  SUPPLY,
  /** Size or share of a market. */
  MARKET,
  /** Launch, delay, roadmap step. */
  PRODUCT,
  /** Export control, tariff, subsidy, antitrust. */
  POLICY,
  /** Merger, acquisition, stake, licence. */
  DEAL
}
