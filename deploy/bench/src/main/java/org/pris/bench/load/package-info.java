/**
 * How fast the system is: each bench starts it whole, sends what people and machines would send,
 * and puts beside every figure the limit that disk and broker set on the same machine.
 */
@NullMarked
package org.pris.bench.load;

import org.jspecify.annotations.NullMarked;
