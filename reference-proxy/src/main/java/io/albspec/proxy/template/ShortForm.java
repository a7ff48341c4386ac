package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Value;
import java.util.List;
import java.util.Map;

/** The short forms of functions: {@code !GetAtt A.B} is {@code {"Fn::GetAtt": ["A", "B"]}}. */
final class ShortForm {

  private static final String REF = "Ref";
  private static final String CONDITION = "Condition";
  private static final String GET_ATT = "GetAtt";

  private ShortForm() {}

  /** The function written out. */
  static Value written(String name, Value argument) {
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
