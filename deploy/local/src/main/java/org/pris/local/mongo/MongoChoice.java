package org.pris.local.mongo;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.Program;
import org.pris.local.process.StartFailed;
import org.pris.platform.testing.standin.MongoStandIn;

/**
 * Which MongoDB the services use: yours, an installed mongod, a fetched one, or the stand-in, in
 * this order unless one is asked for.
 *
 * @param said which it is, for the console and for the next start
 * @param uri without a database
 * @param program null where it runs already and is not ours to start
 */
public record MongoChoice(String said, String uri, @Nullable Program program) {

  private static final Pattern PARTS =
      Pattern.compile("^(mongodb(?:\\+srv)?://)([^/?]+)(/[^?]*)?(?:\\?(.*))?$");

  public static MongoChoice of(
      Options options,
      Folders home,
      Ports ports,
      Map<String, String> environment,
      Consumer<String> console) {
    var asked = options.mongo() == null ? environment.get("PRIS_MONGODB_URI") : options.mongo();
    if (asked == null) {
      return installed(environment)
          .map(it -> mongod(it, home, ports))
          .or(() -> FetchedMongod.find(console).map(it -> mongod(it, home, ports)))
          .orElseGet(() -> standIn(options, home, ports));
    }
    if (asked.startsWith("mongodb")) {
      return new MongoChoice("yours at " + hosts(asked), asked, null);
    }
    return switch (asked) {
      case "embedded" -> standIn(options, home, ports);
      case "fetched" ->
          FetchedMongod.find(console)
              .map(it -> mongod(it, home, ports))
              .orElseThrow(() -> new StartFailed("No mongod could be fetched: is there internet?"));
      default -> {
        var path = Path.of(asked);
        if (!Files.isExecutable(path)) {
          throw new StartFailed("--mongo: " + asked + " is no program that can be run");
        }
        yield mongod(path, home, ports);
      }
    };
  }

  private static Optional<Path> installed(Map<String, String> environment) {
    var named = environment.get("PRIS_MONGOD");
    if (named != null) {
      if (!Files.isExecutable(Path.of(named))) {
        throw new StartFailed("PRIS_MONGOD: " + named + " is no program that can be run");
      }
      return Optional.of(Path.of(named));
    }
    return Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
        .map(it -> Path.of(it, "mongod"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static MongoChoice mongod(Path path, Folders home, Ports ports) {
    var data = home.data("mongodb");
    var command =
        List.of(
            path.toString(),
            "--dbpath",
            data.toString(),
            "--bind_ip",
            "127.0.0.1",
            "--port",
            Integer.toString(ports.of("mongodb")),
            "--wiredTigerCacheSizeGB",
            "0.25");
    var uri = local(ports);
    return new MongoChoice(
        "mongod at " + path, uri, new Program("mongodb", command, Map.of(), ready(ports)));
  }

  private static MongoChoice standIn(Options options, Folders home, Ports ports) {
    var uri = local(ports);
    var command =
        Program.ours(
            options,
            "2g", // all documents are in memory; what is not needed is given back
            large(),
            MongoStandIn.class,
            ports.of("mongodb"),
            home.data("mongodb-stand-in"),
            home.built("deploy", "mongodb", "access.json"));
    return new MongoChoice(
        "the embedded stand-in (fine for a first look, not for load)",
        uri,
        new Program("mongodb", command, Map.of(), ready(ports)));
  }

  /** Half of the machine: under load all that was declared is in it, and its old part is full. */
  private static String large() {
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Math.max(2, machine.getTotalMemorySize() >> 31) + "g";
  }

  private static String local(Ports ports) {
    return "mongodb://127.0.0.1:" + ports.of("mongodb") + "/";
  }

  private static BooleanSupplier ready(Ports ports) {
    var uri = local(ports);
    return () -> Program.listens(ports.of("mongodb")) && LocalDatabases.answers(uri);
  }

  /** The database of one service, on this server. */
  public String database(String name) {
    var parts = PARTS.matcher(uri);
    if (!parts.matches()) {
      throw new StartFailed("This is no MongoDB URI: it begins with mongodb:// and names a host");
    }
    var options = parts.group(4);
    var settings =
        options == null || options.isBlank() ? "w=majority&journal=true&retryWrites=true" : options;
    var signsIn = parts.group(2).contains("@") && !settings.contains("authSource=");
    var path = parts.group(3);
    if (signsIn) {
      var source = path == null || path.length() == 1 ? "admin" : path.substring(1);
      settings += "&authSource=" + source;
    }
    return parts.group(1) + parts.group(2) + "/" + name + "?" + settings;
  }

  /** Whether every host of it is this machine. */
  public boolean isOnLoopback() {
    return uri.startsWith("mongodb://")
        && Arrays.stream(hosts(uri).split(",", -1)).allMatch(MongoChoice::isLoopback);
  }

  public String hosts() {
    return hosts(uri);
  }

  private static boolean isLoopback(String host) {
    var name = URI.create("x://" + host).getHost();
    return name != null
        && (name.equals("localhost") || name.equals("[::1]") || name.startsWith("127."));
  }

  private static String hosts(String uri) {
    var parts = PARTS.matcher(uri);
    if (!parts.matches()) {
      throw new StartFailed("This is no MongoDB URI: it begins with mongodb:// and names a host");
    }
    var hosts = parts.group(2);
    return hosts.substring(hosts.lastIndexOf('@') + 1);
  }

  /** Emptying, or filling with stories, a database elsewhere is never a slip of the finger. */
  public void checkMayBeChanged(Options options) {
    if ((options.demo() || options.fresh())
        && !isOnLoopback()
        && !hosts().equals(options.onThisDatabase())) {
      throw new StartFailed(
          "%s would change databases on %s, which is not this machine. If that is meant, repeat its"
                  .formatted(options.fresh() ? "--fresh" : "--demo", hosts())
              + " host: --on-this-database "
              + hosts());
    }
  }
}
