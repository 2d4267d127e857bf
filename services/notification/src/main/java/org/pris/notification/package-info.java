/**
 * Tells the health agency what happens, as codes and numbers: signed, in the order of each case,
 * repeated until it is received. It consumes {@code pris.cases}, {@code pris.tasks} and the anchors
 * of {@code pris.timeline}, and tells which of these an endpoint has accepted.
 */
@NullMarked
package org.pris.notification;

import org.jspecify.annotations.NullMarked;
