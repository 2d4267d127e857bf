/** What a caller may be told went wrong: the exceptions and field problems that rules throw. */
@NullMarked
package org.pris.platform.problem;

import org.jspecify.annotations.NullMarked;
