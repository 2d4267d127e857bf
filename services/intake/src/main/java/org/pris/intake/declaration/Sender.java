package org.pris.intake.declaration;

import org.pris.contracts.Channel;
import org.pris.contracts.Personal;
import org.pris.contracts.Role;

/**
 * Who sent a version.
 *
 * @param subject Keycloak's id of the account
 * @param name as Keycloak has it
 * @param role in which of their roles
 * @param channel by which way it came in
 */
record Sender(String subject, @Personal String name, Role role, Channel channel) {}
