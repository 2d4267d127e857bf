/** The registry of establishments: read from a file, searched by anybody with an account. */
@NullMarked
package org.pris.intake.establishment;

import org.jspecify.annotations.NullMarked;
