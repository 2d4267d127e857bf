package org.pris.local.keycloak;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** What a token says: user profile, roles, and the client scopes with their mappers. */
record RealmStepScopes(RealmResource realm) {

  void bring(RealmRepresentation file) {
    profile(file);
    roles(file);
    for (var scope : file.getClientScopes()) {
      scope(scope);
    }
    for (var mapping : file.getScopeMappings()) {
      exactly(
          realm.clientScopes().get(id(mapping.getClientScope())).getScopeMappings().realmLevel(),
          mapping.getRoles());
    }
  }

  private void profile(RealmRepresentation file) {
    var component =
        file.getComponents().getList("org.keycloak.userprofile.UserProfileProvider").getFirst();
    try {
      realm
          .users()
          .userProfile()
          .update(
              new ObjectMapper()
                  .readValue(
                      component.getConfig().getFirst("kc.user.profile.config"), UPConfig.class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void roles(RealmRepresentation file) {
    var known = names(realm.roles().list());
    file.getRoles().getRealm().stream()
        .filter(role -> !known.contains(role.getName()))
        .forEach(realm.roles()::create);
  }

  private void scope(ClientScopeRepresentation scope) {
    var id = findId(scope.getName());
    if (id == null) {
      RealmStep.created(realm.clientScopes().create(scope));
    } else {
      realm.clientScopes().get(id).update(scope);
      mappers(realm.clientScopes().get(id).getProtocolMappers(), scope.getProtocolMappers());
    }
  }

  String id(String scope) {
    return Objects.requireNonNull(findId(scope), () -> "no client scope " + scope);
  }

  private @Nullable String findId(String scope) {
    return realm.clientScopes().findAll().stream()
        .filter(other -> other.getName().equals(scope))
        .map(ClientScopeRepresentation::getId)
        .findFirst()
        .orElse(null);
  }

  /** A mapper that the file does not know goes: it could put any claim into a token. */
  static void mappers(
      ProtocolMappersResource mappers, @Nullable List<ProtocolMapperRepresentation> wanted) {
    var left =
        (wanted == null ? List.<ProtocolMapperRepresentation>of() : wanted)
            .stream().collect(toMap(ProtocolMapperRepresentation::getName, Function.identity()));
    for (var present : mappers.getMappers()) {
      var mapper = left.remove(present.getName());
      if (mapper == null) {
        mappers.delete(present.getId());
      } else {
        mapper.setId(present.getId());
        mappers.update(present.getId(), mapper);
      }
    }
    left.values().forEach(mapper -> RealmStep.created(mappers.createMapper(mapper)));
  }

  /** Gives these realm roles and takes away all others but the realm's default one. */
  void exactly(RoleScopeResource roles, Collection<String> wanted) {
    var names = Set.copyOf(wanted);
    var present = roles.listAll();
    roles.remove(
        present.stream()
            .filter(role -> !names.contains(role.getName()))
            .filter(role -> !role.getName().startsWith("default-roles-"))
            .toList());
    roles.add(
        names.stream()
            .filter(name -> !names(present).contains(name))
            .map(name -> realm.roles().get(name).toRepresentation())
            .toList());
  }

  private static Set<String> names(List<RoleRepresentation> roles) {
    return roles.stream().map(RoleRepresentation::getName).collect(toSet());
  }
}
