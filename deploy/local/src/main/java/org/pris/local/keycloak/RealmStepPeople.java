package org.pris.local.keycloak;

import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Groups and people of the file that the realm has not; those it has are never touched. Machines
 * are no people: the service account of a client has exactly the roles of the file.
 */
record RealmStepPeople(RealmResource realm) {

  void addAbsent(RealmRepresentation file) {
    add(file.getGroups(), null);
    for (var user : file.getUsers()) {
      if (user.getServiceAccountClientId() != null) {
        machine(user);
      } else if (realm.users().searchByUsername(user.getUsername(), true).isEmpty()) {
        var id = RealmStep.created(realm.users().create(user));
        roles(id, user);
      }
    }
  }

  private void add(@Nullable List<GroupRepresentation> groups, @Nullable GroupRepresentation in) {
    for (var group : groups == null ? List.<GroupRepresentation>of() : groups) {
      var path = (in == null ? "" : in.getPath()) + "/" + group.getName();
      add(group.getSubGroups(), present(path, group.getName(), in));
    }
  }

  private GroupRepresentation present(
      String path, String name, @Nullable GroupRepresentation parent) {
    try {
      return realm.getGroupByPath(path);
    } catch (NotFoundException absent) {
      var group = new GroupRepresentation();
      group.setName(name);
      RealmStep.created(
          parent == null
              ? realm.groups().add(group)
              : realm.groups().group(parent.getId()).subGroup(group));
      return realm.getGroupByPath(path);
    }
  }

  private void machine(UserRepresentation user) {
    var client = realm.clients().findByClientId(user.getServiceAccountClientId()).getFirst();
    var id = realm.clients().get(client.getId()).getServiceAccountUser().getId();
    roles(id, user);
    for (var path : user.getGroups() == null ? List.<String>of() : user.getGroups()) {
      realm.users().get(id).joinGroup(realm.getGroupByPath(path).getId());
    }
  }

  private void roles(String id, UserRepresentation user) {
    new RealmStepScopes(realm)
        .exactly(realm.users().get(id).roles().realmLevel(), user.getRealmRoles());
  }
}
