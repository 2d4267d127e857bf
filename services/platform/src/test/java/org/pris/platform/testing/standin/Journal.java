package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The documents of every collection, in memory, and each change of them appended to a file: one
 * small write a command, which survives the end of this process however it ends (not a power cut).
 * A store of pages, rewritten for each acknowledged write, was ten times slower and larger.
 */
final class Journal {

  private static final long REWRITTEN_FROM = 64 << 20;

  private static final int BUFFER = 1 << 16;

  private final Map<String, Map<@Nullable Object, Document>> collections = new LinkedHashMap<>();

  private final @Nullable Path file;

  private final ByteBuf pending = Unpooled.buffer(BUFFER);

  private @Nullable FileChannel channel;

  private long rewrittenAt;

  private Journal(@Nullable Path file) {
    this.file = file;
  }

  static Journal inMemory() {
    return new Journal(null);
  }

  /** What was acknowledged before is there again; a record that was cut off never was. */
  static Journal in(Path file) {
    var journal = new Journal(file);
    try {
      if (Files.exists(file)) {
        journal.replay(file);
      }
      journal.rewrite(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return journal;
  }

  /** In the order of their insertion; whoever changes them says so to this journal. */
  Map<@Nullable Object, Document> documents(String namespace) {
    return collections.computeIfAbsent(namespace, _ -> new LinkedHashMap<>());
  }

  Set<String> databases() {
    return collections.keySet().stream()
        .map(it -> it.substring(0, it.indexOf('.')))
        .collect(Collectors.toSet());
  }

  void put(String namespace, @Nullable Object key, Document document) {
    append(record(namespace, key).append("d", document));
  }

  void remove(String namespace, @Nullable Object key) {
    append(record(namespace, key));
  }

  void drop(String namespace) {
    collections.remove(namespace);
    append(new Document("n", namespace));
  }

  private static Document record(String namespace, @Nullable Object key) {
    return new Document("n", namespace).append("k", key);
  }

  private void append(Document record) {
    if (file == null) {
      return;
    }
    var start = pending.writerIndex();
    pending.writeZero(Integer.BYTES + Long.BYTES);
    BsonEncoder.encodeDocument(record, pending);
    var length = pending.writerIndex() - start - Integer.BYTES - Long.BYTES;
    pending.setInt(start, length);
    pending.setLong(
        start + Integer.BYTES, sum(pending, start + Integer.BYTES + Long.BYTES, length));
  }

  private static long sum(ByteBuf bytes, int index, int length) {
    var sum = new CRC32();
    sum.update(bytes.nioBuffer(index, length));
    return sum.getValue();
  }

  /** To the operating system: before the reply. */
  void flush() throws IOException {
    var open = channel;
    if (file == null || open == null) {
      return;
    }
    write(open);
    if (open.position() > Math.max(REWRITTEN_FROM, 3 * rewrittenAt)) {
      rewrite(file);
    }
  }

  private void write(FileChannel open) throws IOException {
    while (pending.isReadable()) {
      pending.readBytes(open, pending.readableBytes());
    }
    pending.clear();
  }

  /** Only what is still so; the old file stays until the new one is whole. */
  private void rewrite(Path target) throws IOException {
    var next = target.resolveSibling(target.getFileName() + ".next");
    var fresh =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    for (var collection : collections.entrySet()) {
      for (var document : collection.getValue().entrySet()) {
        put(collection.getKey(), document.getKey(), document.getValue());
        if (pending.readableBytes() > BUFFER) {
          write(fresh);
        }
      }
    }
    write(fresh);
    fresh.force(true);
    Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (channel != null) {
      channel.close();
    }
    channel = fresh;
    rewrittenAt = fresh.position();
  }

  private void replay(Path source) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(source)))) {
      while (true) {
        var length = in.readInt();
        var sum = in.readLong();
        var bytes = in.readNBytes(length);
        if (bytes.length < length || sum(Unpooled.wrappedBuffer(bytes), 0, length) != sum) {
          return;
        }
        replay(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes)));
      }
    } catch (EOFException end) {
      return;
    }
  }

  private void replay(Document record) {
    var namespace = DocumentFields.required(record, "n", String.class);
    if (!record.containsKey("k")) {
      collections.remove(namespace);
    } else if (record.get("d") instanceof Document document) {
      documents(namespace).put(record.get("k"), document);
    } else {
      documents(namespace).remove(record.get("k"));
    }
  }

  void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
