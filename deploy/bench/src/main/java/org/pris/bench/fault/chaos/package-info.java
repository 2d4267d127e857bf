/** What is done to processes during a fault run: kills, pauses, outages. */
@NullMarked
package org.pris.bench.fault.chaos;

import org.jspecify.annotations.NullMarked;
