/** The local Keycloak, and the step that brings an existing realm up to the file. */
@NullMarked
package org.pris.local.keycloak;

import org.jspecify.annotations.NullMarked;
