@NullMarked
package org.pris.triage;

import org.jspecify.annotations.NullMarked;
