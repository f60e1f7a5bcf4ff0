/**
 * Vocabulary that stands in resource files beside the classes that use it: {@link
 * io.chipwire.table.Rows} reads tab-separated files, {@link io.chipwire.table.Words} those that
 * give words a role.
 */
@NullMarked
package io.chipwire.table;

import org.jspecify.annotations.NullMarked;
