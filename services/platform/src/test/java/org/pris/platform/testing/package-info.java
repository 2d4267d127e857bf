/** The servers that flow tests and the runner start by themselves; in no service's jar. */
@NullMarked
package org.pris.platform.testing;

import org.jspecify.annotations.NullMarked;
