@NullMarked
package org.pris.timeline;

import org.jspecify.annotations.NullMarked;
