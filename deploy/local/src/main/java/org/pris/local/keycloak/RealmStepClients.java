package org.pris.local.keycloak;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The clients that the file names. Others, such as the machines of hospitals that the operator
 * added, stay as they are.
 */
record RealmStepClients(RealmResource realm) {

  void bring(RealmRepresentation file) {
    file.getClients().forEach(this::bring);
  }

  private void bring(ClientRepresentation client) {
    var found = realm.clients().findByClientId(client.getClientId());
    if (found.isEmpty()) {
      RealmStep.created(realm.clients().create(client));
      return;
    }
    var present = realm.clients().get(found.getFirst().getId());
    present.update(client);
    if (client.getDefaultClientScopes() != null) { // ours, not one of Keycloak's own
      scopes(present, client);
      RealmStepScopes.mappers(present.getProtocolMappers(), client.getProtocolMappers());
    }
  }

  private void scopes(ClientResource present, ClientRepresentation client) {
    var defaults = idsByName(present.getDefaultClientScopes());
    var optional = idsByName(present.getOptionalClientScopes());
    var scopes = new RealmStepScopes(realm);
    optional.values().forEach(present::removeOptionalClientScope);
    defaults.forEach((name, id) -> {
      if (!client.getDefaultClientScopes().contains(name)) {
        present.removeDefaultClientScope(id);
      }
    });
    client.getDefaultClientScopes().stream()
        .filter(name -> !defaults.containsKey(name))
        .forEach(name -> present.addDefaultClientScope(scopes.id(name)));
  }

  private static Map<String, String> idsByName(List<ClientScopeRepresentation> scopes) {
    return scopes.stream()
        .collect(toMap(ClientScopeRepresentation::getName, ClientScopeRepresentation::getId));
  }
}
