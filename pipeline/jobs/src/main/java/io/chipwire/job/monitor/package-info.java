/**
 * What is seen of a job from outside: its metrics for Prometheus and its health, over HTTP.
 *
 * <p>Operators, sources and sinks register Flink metrics in a group named {@code chipwire}. Flink
 * hands those and its own to the reporter of each process, {@link
 * io.chipwire.job.monitor.BoardReporterFactory}, which keeps them on a {@link
 * io.chipwire.job.monitor.MetricBoard}; {@link io.chipwire.job.monitor.Measure} says how they are
 * named. A {@link io.chipwire.job.monitor.MonitorServer} shows the board. In a cluster the
 * reporter's options start one in each process; {@link io.chipwire.job.monitor.Lookout} starts it
 * for a job in this process, where the board also feeds the status line. The names are the same in
 * both.
 *
 * <p><b>Decision: a reporter of our own.</b> Flink's PrometheusReporter listens on all addresses of
 * the machine and cannot be told otherwise; it brings the retired Prometheus client, calls counters
 * gauges, and names our metrics after Flink's scopes. Flink's own metrics are named as it does, so
 * that dashboards for Flink fit.
 *
 * <p><b>Decision: timestamps, not ages.</b> A source says when it was looked at last, and {@code
 * time() - …} says how long ago: an age that nobody computes any more would stand still.
 */
@NullMarked
package io.chipwire.job.monitor;

import org.jspecify.annotations.NullMarked;
