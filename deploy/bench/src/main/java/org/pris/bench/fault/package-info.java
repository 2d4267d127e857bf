/**
 * Kills and pauses processes under load, then asks from outside whether anything was lost, doubled
 * or forged.
 */
@NullMarked
package org.pris.bench.fault;

import org.jspecify.annotations.NullMarked;
