/** Which MongoDB the local installation uses, and where its databases are. */
@NullMarked
package org.pris.local.mongo;

import org.jspecify.annotations.NullMarked;
