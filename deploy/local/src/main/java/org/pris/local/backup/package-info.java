/** Backups of everything but the accounts: made, thinned out and brought back. */
@NullMarked
package org.pris.local.backup;

import org.jspecify.annotations.NullMarked;
