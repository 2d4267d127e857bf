/** PRIS on one machine without Docker: the real jars on a real broker and identity provider. */
@NullMarked
package org.pris.local;

import org.jspecify.annotations.NullMarked;
