/**
 * Which network addresses may be connected to, wherever a name or a redirect leads. Door: {@link
 * io.chipwire.address.AddressPolicy}.
 */
@NullMarked
package io.chipwire.address;

import org.jspecify.annotations.NullMarked;
