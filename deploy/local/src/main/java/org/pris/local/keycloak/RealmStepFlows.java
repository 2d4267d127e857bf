package org.pris.local.keycloak;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * The ways of signing in. A flow that differs from the file is laid out anew beside the old one and
 * takes its place when it is whole, so that nobody signs in by half a flow meanwhile.
 */
record RealmStepFlows(RealmResource realm) {
  private static final String NEW = " new";

  void bring(RealmRepresentation file) {
    var all =
        file.getAuthenticationFlows().stream()
            .collect(toMap(AuthenticationFlowRepresentation::getAlias, Function.identity()));
    all.values().stream()
        .filter(AuthenticationFlowRepresentation::isTopLevel)
        .forEach(flow -> bring(flow, all));
    for (var action : file.getRequiredActions()) {
      var present = flows().getRequiredAction(action.getAlias());
      present.setEnabled(action.isEnabled());
      present.setDefaultAction(action.isDefaultAction());
      flows().updateRequiredAction(action.getAlias(), present);
    }
  }

  private void bring(
      AuthenticationFlowRepresentation flow, Map<String, AuthenticationFlowRepresentation> all) {
    find(flow.getAlias() + NEW).ifPresent(left -> flows().deleteFlow(left.getId())); // by a crash
    var wanted = lines(flow, all).toList();
    var old = find(flow.getAlias());
    if (old.isEmpty()) {
      layOut(flow, wanted, "");
    } else if (!lines(flow.getAlias()).equals(wanted)) {
      layOut(flow, wanted, NEW);
      bindBrowser(flow.getAlias(), flow.getAlias() + NEW);
      flows().deleteFlow(old.get().getId());
      find(flow.getAlias() + NEW).ifPresent(this::rename);
    }
  }

  private void layOut(AuthenticationFlowRepresentation flow, List<Line> lines, String suffix) {
    var top = new AuthenticationFlowRepresentation();
    top.setAlias(flow.getAlias() + suffix);
    top.setDescription(flow.getDescription());
    top.setProviderId(flow.getProviderId());
    top.setTopLevel(true);
    top.setBuiltIn(false);
    RealmStep.created(flows().createFlow(top));
    for (var line : lines) {
      if (line.flow()) {
        flows()
            .addExecutionFlow(
                line.in() + suffix, Map.of("alias", line.what() + suffix, "type", "basic-flow"));
      } else {
        flows().addExecution(line.in() + suffix, Map.of("provider", line.what()));
      }
    }
    var made = flows().getExecutions(top.getAlias());
    for (var at = 0; at < made.size(); at++) {
      made.get(at).setRequirement(lines.get(at).requirement());
      flows().updateExecutions(top.getAlias(), made.get(at));
    }
  }

  private void bindBrowser(String from, String to) {
    var bound = realm.toRepresentation();
    if (from.equals(bound.getBrowserFlow())) {
      bound.setBrowserFlow(to);
      realm.update(bound);
    }
  }

  private void rename(AuthenticationFlowRepresentation flow) {
    flows().getExecutions(flow.getAlias()).stream()
        .filter(RealmStepFlows::isFlow)
        .map(part -> flows().getFlow(part.getFlowId()))
        .forEach(this::withoutSuffix);
    withoutSuffix(flow);
  }

  private void withoutSuffix(AuthenticationFlowRepresentation flow) {
    flow.setAlias(flow.getAlias().substring(0, flow.getAlias().length() - NEW.length()));
    flows().updateFlow(flow.getId(), flow);
  }

  private Optional<AuthenticationFlowRepresentation> find(String alias) {
    return flows().getFlows().stream().filter(flow -> flow.getAlias().equals(alias)).findFirst();
  }

  private AuthenticationManagementResource flows() {
    return realm.flows();
  }

  /** A line of a flow: in which flow, an authenticator or a flow, and whether it must pass. */
  private record Line(String in, String what, boolean flow, String requirement) {}

  private static Stream<Line> lines(
      AuthenticationFlowRepresentation flow, Map<String, AuthenticationFlowRepresentation> all) {
    return flow.getAuthenticationExecutions().stream()
        .flatMap(step ->
            step.getFlowAlias() == null
                ? Stream.of(
                    new Line(
                        flow.getAlias(), step.getAuthenticator(), false, step.getRequirement()))
                : Stream.concat(
                    Stream.of(
                        new Line(
                            flow.getAlias(), step.getFlowAlias(), true, step.getRequirement())),
                    lines(requireNonNull(all.get(step.getFlowAlias())), all)));
  }

  /** The same of a flow that the realm has. */
  private List<Line> lines(String alias) {
    var path = new ArrayList<>(List.of(alias));
    return flows().getExecutions(alias).stream()
        .map(step -> {
          path.subList(step.getLevel() + 1, path.size()).clear();
          var in = path.getLast();
          if (isFlow(step)) {
            path.add(step.getDisplayName());
          }
          return new Line(
              in,
              isFlow(step) ? step.getDisplayName() : step.getProviderId(),
              isFlow(step),
              step.getRequirement());
        })
        .toList();
  }

  private static boolean isFlow(AuthenticationExecutionInfoRepresentation step) {
    return Boolean.TRUE.equals(step.getAuthenticationFlow());
  }
}
