package io.chipwire.archive;

/**
 * What tells one state of a file from the next.
 *
 * @param bytes its size
 * @param modified when it was changed last, in milliseconds since 1970
 */
public record FileStamp(long bytes, long modified) {}
