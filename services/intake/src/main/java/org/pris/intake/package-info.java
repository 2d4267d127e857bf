/**
 * What establishments declare, version by version, and the registry of who they are. Owns
 * declarations and establishments, and alone keeps the names and contacts of declarants. A
 * declaration knows its establishment, never the reverse.
 */
@NullMarked
package org.pris.intake;

import org.jspecify.annotations.NullMarked;
