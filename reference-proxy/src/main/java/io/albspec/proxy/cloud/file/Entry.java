package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.AddressBlock;
import io.albspec.proxy.cloud.Addressing;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping of the file, with words for what is expected in it.
 *
 * @param path where it is, such as {@code subnets.subnet-a}; empty for the whole
 */
record Entry(String path, Value.Members members) {

  /**
   * The entry that a value is.
   *
   * @param known the names it may have
   * @throws YamlException if it is not a mapping, or has another name
   */
  static Entry of(String path, Value value, Set<String> known) throws YamlException {
    Entry entry = of(path, value);
    for (Map.Entry<String, Value> each : entry.members.members().entrySet()) {
      if (!known.contains(each.getKey())) {
        throw new YamlException(
            each.getValue().place(),
            "%s is not known; %s can have %s"
                .formatted(
                    entry.at(each.getKey()),
                    path.isEmpty() ? "the file" : path,
                    String.join(", ", known.stream().sorted().toList())));
      }
    }
    return entry;
  }

  private static Entry of(String path, Value value) throws YamlException {
    if (value instanceof Value.Members members) {
      return new Entry(path, members);
    }
    throw new YamlException(
        value.place(), "%s must be a mapping, not %s".formatted(path, value.kind()));
  }

  /** The entries of a section by their names, none if there is no such section. */
  Map<String, Value> section(String name) throws YamlException {
    Optional<Value> section = members.member(name);
    return section.isEmpty() ? Map.of() : of(at(name), section.get()).members().members();
  }

  /** How a member is called in messages. */
  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The exception for a member, or for all of the entry if there is none of that name. */
  YamlException fault(String name, String expected) {
    return new YamlException(
        members.member(name).orElse(members).place(), at(name) + " " + expected);
  }

  Optional<String> text(String name) throws YamlException {
    Optional<Value> value = members.member(name);
    return value.isEmpty() ? Optional.empty() : Optional.of(text(name, value.get()));
  }

  private String text(String name, Value value) throws YamlException {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw new YamlException(
        value.place(), "%s must be a value, not %s".formatted(at(name), value.kind()));
  }

  String required(String name) throws YamlException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      throw fault(name, "is missing");
    }
    return text.get();
  }

  /** The texts of a list; one may stand without a list. */
  List<String> texts(String name) throws YamlException {
    Optional<Value> value = members.member(name);
    if (value.isPresent() && value.get() instanceof Value.Items items) {
      List<String> texts = new ArrayList<>();
      for (Value item : items.items()) {
        texts.add(text(name, item));
      }
      return texts;
    }
    return value.isEmpty() ? List.of() : List.of(text(name, value.get()));
  }

  Optional<InetAddress> address(String name) throws YamlException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<InetAddress> address = Addressing.parse(text.get());
    if (address.isEmpty()) {
      throw fault(name, "must be an address such as 127.0.1.7, not '%s'".formatted(text.get()));
    }
    return address;
  }

  AddressBlock block(String name, String text) throws YamlException {
    Optional<AddressBlock> block = AddressBlock.parse(text);
    if (block.isEmpty()) {
      throw fault(
          name, "must be a block of addresses such as 10.0.1.0/24, not '%s'".formatted(text));
    }
    return block.get();
  }

  /** What a name stands for. */
  <T> T found(String name, String text, Map<String, T> among, String section) throws YamlException {
    T found = among.get(text);
    if (found == null) {
      throw fault(
          name, "must be one of the %s, %s, not '%s'".formatted(section, among.keySet(), text));
    }
    return found;
  }

  int number(String name, String text, int least, int most) throws YamlException {
    if (text.matches("[0-9]{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw fault(name, "must be a number from %d to %d, not '%s'".formatted(least, most, text));
  }

  /** The constant of an enum that is written in lower case with hyphens. */
  <E extends Enum<E>> E constant(String name, String text, E[] constants) throws YamlException {
    List<String> written = new ArrayList<>();
    for (E each : constants) {
      String word = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(text)) {
        return each;
      }
      written.add(word);
    }
    throw fault(name, "must be one of %s, not '%s'".formatted(String.join(", ", written), text));
  }
}
