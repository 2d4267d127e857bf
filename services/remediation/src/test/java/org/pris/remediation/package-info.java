@NullMarked
package org.pris.remediation;

import org.jspecify.annotations.NullMarked;
