package io.albspec.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text of the class path.
 *
 * @param path from the class path's root, such as {@code requirements/listeners.tsv}
 * @param text its content
 */
record TextResource(String path, String text) {

  /** Every text below a folder whose name ends in the suffix, in the order of the paths. */
  static List<TextResource> below(String folder, String suffix) {
    try {
      List<TextResource> found = new ArrayList<>();
      for (URL url :
          Collections.list(TextResource.class.getClassLoader().getResources(folder + "/"))) {
        found.addAll(inside(url.toURI(), folder, suffix));
      }
      found.sort(Comparator.comparing(TextResource::path));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + " from the class path", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a readable place: " + folder, e);
    }
  }

  private static List<TextResource> inside(URI place, String folder, String suffix)
      throws IOException {
    if (!"jar".equals(place.getScheme())) {
      return inside(Path.of(place), folder, suffix);
    }
    String inner = place.getSchemeSpecificPart();
    Path jar = Path.of(URI.create(inner.substring(0, inner.indexOf("!/"))));
    try (FileSystem contents = FileSystems.newFileSystem(jar)) {
      return inside(contents.getPath("/" + folder), folder, suffix);
    }
  }

  private static List<TextResource> inside(Path root, String folder, String suffix)
      throws IOException {
    List<TextResource> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
        String inFolder = root.relativize(file).toString().replace('\\', '/');
        found.add(new TextResource(folder + "/" + inFolder, Files.readString(file)));
      }
    }
    return found;
  }
}
