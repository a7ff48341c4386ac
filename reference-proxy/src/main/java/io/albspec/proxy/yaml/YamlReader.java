package io.albspec.proxy.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML, and JSON, which is YAML too, so that everything in it has its place. */
public final class YamlReader {

  private static final int MOST_VALUES = 100_000;
  private static final int MOST_DEPTH = 64;

  private final String what;
  private final Tags tags;
  private int values;

  private YamlReader(String what, Tags tags) {
    this.what = what;
    this.tags = tags;
  }

  /** What the tags of a file's own mean, such as {@code !Ref}. */
  @FunctionalInterface
  public interface Tags {

    /**
     * The value that a tagged one stands for.
     *
     * @param tag without its exclamation mark
     * @throws YamlException if there is no such tag
     */
    Value meant(String tag, Value tagged) throws YamlException;
  }

  /**
   * Reads a mapping.
   *
   * @param what it is, for messages, such as {@code template}
   * @throws YamlException if it is neither YAML nor JSON, or not a mapping
   */
  public static Value.Members read(String text, String what, Tags tags) throws YamlException {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node == null) {
        throw new YamlException("the %s is empty".formatted(what));
      }
      Value value = new YamlReader(what, tags).value(node, place(node), 0);
      if (value instanceof Value.Members members) {
        return members;
      }
      throw new YamlException(
          value.place(), "a %s is a mapping, not %s".formatted(what, value.kind()));
    } catch (MarkedYAMLException e) {
      throw new YamlException(
          new Place(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1),
          e.getProblem());
    } catch (YAMLException e) {
      throw new YamlException("the %s cannot be read: %s".formatted(what, e.getMessage()));
    }
  }

  private Value value(Node node, Place place, int depth) throws YamlException {
    if (++values > MOST_VALUES || depth > MOST_DEPTH) {
      throw new YamlException(place, "the %s is too large or too deep".formatted(what));
    }
    Value plain = plain(node, place, depth);
    String tag = node.getTag().getValue();
    return tag.startsWith("!") && tag.length() > 1 ? tags.meant(tag.substring(1), plain) : plain;
  }

  private Value plain(Node node, Place place, int depth) throws YamlException {
    if (node instanceof SequenceNode sequence) {
      return items(sequence, place, depth);
    }
    if (node instanceof MappingNode mapping) {
      return members(mapping, place, depth);
    }
    return new Value.Text(((ScalarNode) node).getValue(), place);
  }

  private static Place place(Node node) {
    return new Place(node.getStartMark().getLine() + 1);
  }

  private Value items(SequenceNode sequence, Place place, int depth) throws YamlException {
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(value(item, place(item), depth + 1));
    }
    return new Value.Items(List.copyOf(items), place);
  }

  private Value members(MappingNode mapping, Place whole, int depth) throws YamlException {
    Map<String, Value> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new YamlException(place(tuple.getKeyNode()), "a name must be a text");
      }
      Node node = tuple.getValueNode();
      if (node.getTag().equals(Tag.NULL)) {
        throw new YamlException(place(key), "'%s' has no value".formatted(key.getValue()));
      }
      Place place = node instanceof ScalarNode ? place(node) : place(key);
      if (members.put(key.getValue(), value(node, place, depth + 1)) != null) {
        throw new YamlException(place(key), "'%s' stands here twice".formatted(key.getValue()));
      }
    }
    return new Value.Members(members, whole);
  }
}
