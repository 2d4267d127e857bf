/**
 * The one door from outside: the user interface, sign-in with Keycloak, the session, and the routes
 * to the services. It decides nothing about cases.
 */
@NullMarked
package org.pris.web;

import org.jspecify.annotations.NullMarked;
