/** A webhook endpoint of an agency, which checks signatures and shows what arrived. */
@NullMarked
package org.pris.local.receiver;

import org.jspecify.annotations.NullMarked;
