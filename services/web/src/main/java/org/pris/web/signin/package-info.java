/** Signing in and out at Keycloak. */
@NullMarked
package org.pris.web.signin;

import org.jspecify.annotations.NullMarked;
