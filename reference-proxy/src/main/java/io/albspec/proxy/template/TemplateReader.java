package io.albspec.proxy.template;

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

/** Reads the text of a template, in YAML or in JSON, which is YAML too. */
final class TemplateReader {

  private static final int MOST_VALUES = 100_000;
  private static final int MOST_DEPTH = 64;

  private int values;

  private TemplateReader() {}

  /**
   * Reads it.
   *
   * @throws TemplateException if it is neither YAML nor JSON, or not a mapping
   */
  static Value.Members read(String text) throws TemplateException {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node == null) {
        throw new TemplateException("the template is empty");
      }
      Value value = new TemplateReader().value(node, place(node), 0);
      if (value instanceof Value.Members template) {
        return template;
      }
      throw new TemplateException(value.place(), "a template is a mapping, not " + value.kind());
    } catch (MarkedYAMLException e) {
      throw new TemplateException(
          new Place(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1),
          e.getProblem());
    } catch (YAMLException e) {
      throw new TemplateException("the template cannot be read: " + e.getMessage());
    }
  }

  private Value value(Node node, Place place, int depth) throws TemplateException {
    if (++values > MOST_VALUES || depth > MOST_DEPTH) {
      throw new TemplateException(place, "the template is too large or too deep");
    }
    Value plain = plain(node, place, depth);
    return ShortForm.isFunction(node.getTag()) ? ShortForm.written(node.getTag(), plain) : plain;
  }

  private Value plain(Node node, Place place, int depth) throws TemplateException {
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

  private Value items(SequenceNode sequence, Place place, int depth) throws TemplateException {
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(value(item, place(item), depth + 1));
    }
    return new Value.Items(List.copyOf(items), place);
  }

  private Value members(MappingNode mapping, Place whole, int depth) throws TemplateException {
    Map<String, Value> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new TemplateException(place(tuple.getKeyNode()), "a name must be a text");
      }
      Node node = tuple.getValueNode();
      if (node.getTag().equals(Tag.NULL)) {
        throw new TemplateException(place(key), "'%s' has no value".formatted(key.getValue()));
      }
      Place place = node instanceof ScalarNode ? place(node) : place(key);
      if (members.put(key.getValue(), value(node, place, depth + 1)) != null) {
        throw new TemplateException(place(key), "'%s' stands here twice".formatted(key.getValue()));
      }
    }
    return new Value.Members(members, whole);
  }
}
