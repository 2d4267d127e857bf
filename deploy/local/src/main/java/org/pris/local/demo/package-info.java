/** The stories of the demo, played through the public API. */
@NullMarked
package org.pris.local.demo;

import org.jspecify.annotations.NullMarked;
