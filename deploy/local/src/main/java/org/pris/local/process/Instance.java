package org.pris.local.process;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several processes of a service.
 *
 * @param number the first is 1 and is called as the service is, the second {@code triage-2}
 */
public record Instance(String service, int number) {

  public static final List<String> NAMES =
      List.of("intake", "triage", "remediation", "timeline", "notification", "web");

  static Instance first(String service) {
    return new Instance(service, 1);
  }

  public static List<Instance> of(String service, int instances) {
    return IntStream.rangeClosed(1, instances).mapToObj(it -> new Instance(service, it)).toList();
  }

  public static List<Instance> all(int instances) {
    return NAMES.stream().flatMap(it -> of(it, instances).stream()).toList();
  }

  public String name() {
    return number == 1 ? service : service + "-" + number;
  }
}
