package io.chipwire.kafka;

import java.io.Serializable;

/**
 * A topic of pages.
 *
 * @param name what to call it; its place in the topic is kept under this name
 * @param topic where it is
 * @param group the consumer group that is told how far the reading is, for monitoring only
 * @param obeysOptOuts see {@link io.chipwire.article.Page#obeysOptOuts()}
 */
public record PageTopic(String name, KafkaTopic topic, String group, boolean obeysOptOuts)
    implements Serializable {}
