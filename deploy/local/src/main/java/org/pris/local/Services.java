package org.pris.local;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pris.local.kafka.KafkaBroker;
import org.pris.local.mongo.LocalDatabases;
import org.pris.local.mongo.MongoChoice;
import org.pris.local.process.ExtractedJar;
import org.pris.local.process.Folders;
import org.pris.local.process.Instance;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.Program;
import org.pris.local.process.Secrets;
import org.pris.local.process.Urls;

/**
 * The jars that are deployed, each a process of its own, or several.
 *
 * @param options what is only prepared leaves at its end what makes the next start quick
 */
record Services(Folders home, Urls urls, Secrets secrets, MongoChoice mongo, Options options) {

  List<Program> programs() {
    return Instance.all(options.instances()).stream().map(this::program).toList();
  }

  /** Whether a process is one of them. */
  static boolean has(String process) {
    return Instance.all(Ports.MOST_INSTANCES).stream().anyMatch(it -> it.name().equals(process));
  }

  private Program program(Instance instance) {
    return new Program(
        instance.name(),
        new ExtractedJar(home, instance.service()).command(options),
        environment(instance),
        Program.answers(urls.inside(instance) + "/actuator/health/readiness"));
  }

  private Map<String, String> environment(Instance instance) {
    var name = instance.service();
    var environment = new HashMap<String, String>();
    environment.put("SERVER_PORT", Integer.toString(urls.ports().of(instance.name())));
    environment.put("SERVER_ADDRESS", name.equals("web") ? urls.host() : "127.0.0.1");
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", KafkaBroker.address(urls.ports()));
    // named, so that the stand-in refuses what a real MongoDB would refuse to this service
    environment.put(
        "SPRING_MONGODB_URI", mongo.database(LocalDatabases.of(name)) + "&appName=" + name);
    environment.put("PRIS_ISSUER", urls.issuer());
    environment.put("PRIS_WEB_URL", name.equals("web") ? urls.web(instance) : urls.web());
    environment.put("PRIS_WEBHOOKS_ALLOWED_PRIVATE", "127.0.0.0/8,::1");
    for (var other : Instance.NAMES) {
      environment.put("PRIS_" + other.toUpperCase(Locale.ROOT) + "_URI", addresses(other));
    }
    if (name.equals("web")) {
      environment.put("PRIS_WEB_CLIENT_SECRET", secrets.get("PRIS_WEB_CLIENT_SECRET"));
      environment.put("PRIS_WEB_OPEN_DOCUMENTS", "true"); // here everybody is a developer
    }
    if (name.equals("web") || name.equals("notification")) {
      environment.put("PRIS_SECRET_KEYS", secrets.get("PRIS_SECRET_KEYS"));
    }
    return environment;
  }

  private String addresses(String service) {
    return Instance.of(service, options.instances()).stream()
        .map(urls::inside)
        .collect(joining(","));
  }

  /** What is missing of the build, for a message. */
  static List<Path> missing(Folders home) {
    var missing = new ArrayList<Path>();
    for (var name : Instance.NAMES) {
      var jar = new ExtractedJar(home, name);
      if (!jar.isBuilt()) {
        missing.add(home.project().relativize(jar.source()));
      }
    }
    return missing;
  }
}
