package org.pris.local.kafka;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Topics;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What one service may do on Kafka, as {@code deploy/kafka/access.yml} says.
 *
 * @param writes its own topics
 * @param reads the groups by topic; a topic without one is followed live
 * @param seesGroups whether it may ask how far every group has come
 */
public record KafkaAccess(
    Set<String> writes, Map<String, List<String>> reads, @Nullable Boolean seesGroups) {

  /** By service, whose name is its principal's. */
  public static Map<String, KafkaAccess> read(Path file) {
    return YAMLMapper.shared()
        .readValue(file.toFile(), new TypeReference<Map<String, KafkaAccess>>() {});
  }

  Set<String> groups() {
    return reads.values().stream().flatMap(List::stream).collect(toUnmodifiableSet());
  }

  /** Where it puts what it reads in a group and cannot use. */
  Set<String> putsAside() {
    return reads.entrySet().stream()
        .filter(it -> !it.getValue().isEmpty())
        .map(it -> Topics.deadLetters(it.getKey()))
        .collect(toUnmodifiableSet());
  }

  /** All that the service may do; a broker refuses the rest. */
  Stream<AclBinding> bindings(String service) {
    var written =
        Stream.concat(writes.stream(), putsAside().stream())
            .map(it -> may(service, WRITE, TOPIC, it, LITERAL));
    var read = reads.keySet().stream().map(it -> may(service, READ, TOPIC, it, LITERAL));
    var grouped = groups().stream().map(it -> may(service, READ, GROUP, it, LITERAL));
    var seen = Stream.of(may(service, DESCRIBE, TOPIC, "pris.", PREFIXED));
    var progress =
        Stream.of("*")
            .filter(_ -> Boolean.TRUE.equals(seesGroups))
            .map(it -> may(service, DESCRIBE, GROUP, it, LITERAL));
    return Stream.of(written, read, grouped, seen, progress).flatMap(it -> it);
  }

  private static AclBinding may(
      String service, AclOperation what, ResourceType type, String name, PatternType how) {
    return new AclBinding(
        new ResourcePattern(type, name, how),
        new AccessControlEntry("User:" + service, "*", what, AclPermissionType.ALLOW));
  }
}
