package io.albspec.proxy.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Tag;

/** The short forms of functions: {@code !GetAtt A.B} is {@code {"Fn::GetAtt": ["A", "B"]}}. */
final class ShortForm {

  private static final String REF = "Ref";
  private static final String CONDITION = "Condition";
  private static final String GET_ATT = "GetAtt";

  private ShortForm() {}

  /** Whether the tag is one of a template's own, such as {@code !Ref}. */
  static boolean isFunction(Tag tag) {
    return tag.getValue().startsWith("!") && tag.getValue().length() > 1;
  }

  /** The function written out. */
  static Value written(Tag tag, Value argument) {
    String name = tag.getValue().substring(1);
    boolean bare = name.equals(REF) || name.equals(CONDITION);
    boolean dotted = name.equals(GET_ATT) && argument instanceof Value.Text;
    return new Value.Members(
        Map.of(bare ? name : "Fn::" + name, dotted ? split((Value.Text) argument) : argument),
        argument.place());
  }

  private static Value split(Value.Text text) {
    int dot = text.text().indexOf('.');
    if (dot < 0) {
      return text;
    }
    return new Value.Items(
        List.of(
            new Value.Text(text.text().substring(0, dot), text.place()),
            new Value.Text(text.text().substring(dot + 1), text.place())),
        text.place());
  }
}
