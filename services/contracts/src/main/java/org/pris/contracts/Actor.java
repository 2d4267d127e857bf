package org.pris.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Who caused an event.
 *
 * @param subject Keycloak's id of the account
 * @param name as Keycloak has it; never leaves towards the health agency
 * @param role in which of the roles it was done
 * @param establishment FINESS number of the establishment acted for, if any
 */
public record Actor(
    String subject, @Personal String name, Role role, @Nullable String establishment) {}
