package io.chipwire.read;

import java.time.Instant;

/**
 * A date as a page printed it.
 *
 * @param instant the moment; the start of the day in UTC where no time was given
 * @param hasTime whether a time of day was given
 * @param hasZone whether a zone was given with it; without one the time is taken as UTC
 */
record Moment(Instant instant, boolean hasTime, boolean hasZone) {}
