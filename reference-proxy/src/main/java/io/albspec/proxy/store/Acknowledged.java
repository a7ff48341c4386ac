package io.albspec.proxy.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The number of the last change that was acknowledged, in a small file of its own. A store that has
 * lost its end looks just like one that was never written further; this is what tells them apart.
 */
final class Acknowledged implements AutoCloseable {

  private final FileChannel channel;

  private Acknowledged(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * The number in the file, 0 if there is no file.
   *
   * @throws StoreException if it is not what was written
   */
  static long read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = new String(Files.readAllBytes(file), US_ASCII);
    try {
      long generation = Long.parseLong(text.substring(0, text.indexOf(' ')));
      if (text.equals(text(generation))) {
        return generation;
      }
    } catch (NumberFormatException | StringIndexOutOfBoundsException notWritten) {
      throw damaged(file, notWritten);
    }
    throw damaged(file, null);
  }

  private static StoreException damaged(Path file, Exception cause) {
    return StoreException.damaged(
        file, "it does not hold the number of a change and its checksum", cause);
  }

  static Acknowledged open(Path file) throws IOException {
    return new Acknowledged(
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
  }

  /** Writes a number in the place of the one before: of the same length, by one write. */
  void write(long generation) throws IOException {
    channel.write(ByteBuffer.wrap(text(generation).getBytes(US_ASCII)), 0);
  }

  private static String text(long generation) {
    String number = "%019d".formatted(generation);
    CRC32C checksum = new CRC32C();
    checksum.update(number.getBytes(US_ASCII));
    return "%s %08x\n".formatted(number, checksum.getValue());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
