package org.pris.bench.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pris.local.Stack;

/** On what a run was made: no figure says anything without it. */
final class Environment {

  private Environment() {}

  static Map<String, String> of(Stack stack) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("MongoDB", stack.mongoSaid());
    environment.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    environment.put("Java", System.getProperty("java.vm.version"));
    environment.put(
        "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    environment.put("processes", String.join(", ", stack.names()));
    return environment;
  }
}
