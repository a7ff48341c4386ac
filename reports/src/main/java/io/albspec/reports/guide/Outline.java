package io.albspec.reports.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All sections of the guide, in its order; derived from the guide once, as data. */
public final class Outline {

  private static final String RESOURCE = "outline.tsv";

  private final List<Section> chapters;
  private final List<Section> sections;

  private Outline(List<Section> all) {
    this.chapters = all.stream().filter(section -> section.level() == 0).toList();
    this.sections = all.stream().filter(section -> section.level() > 0).toList();
  }

  /** The outline that comes with this module. */
  public static Outline load() {
    try (InputStream in = Outline.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Outline(text.lines().skip(1).map(Outline::section).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  private static Section section(String line) {
    String[] fields = line.split("\t", -1);
    return new Section(
        fields[0],
        Integer.parseInt(fields[1]),
        Integer.parseInt(fields[2]),
        Integer.parseInt(fields[3]),
        fields[4]);
  }

  /** The chapters: their titles and lines. */
  public List<Section> chapters() {
    return chapters;
  }

  /** Names of chapters in the order of the guide; those it does not have come last. */
  public List<String> sorted(Collection<String> names) {
    List<String> order = chapters.stream().map(Section::chapter).toList();
    return names.stream()
        .sorted(
            Comparator.comparing((String name) -> position(order, name))
                .thenComparing(name -> name))
        .toList();
  }

  private static int position(List<String> order, String name) {
    return order.contains(name) ? order.indexOf(name) : order.size();
  }

  /** The sections of one chapter. */
  public List<Section> sections(String chapter) {
    return sections.stream().filter(section -> section.chapter().equals(chapter)).toList();
  }

  /** The section with that title: the chapter's own, or the one of another that holds the line. */
  public Optional<Section> section(String chapter, String title, int line) {
    List<Section> named =
        sections.stream().filter(section -> section.title().equalsIgnoreCase(title)).toList();
    return named.stream()
        .filter(section -> section.chapter().equals(chapter))
        .findFirst()
        .or(() -> named.stream().filter(section -> section.holds(line)).findFirst());
  }

  /** A chapter's title; of one the guide does not have, its name made readable. */
  public String title(String chapter) {
    return chapters.stream()
        .filter(section -> section.chapter().equals(chapter))
        .map(Section::title)
        .findFirst()
        .orElseGet(() -> readable(chapter));
  }

  private static String readable(String chapter) {
    String words = chapter.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
