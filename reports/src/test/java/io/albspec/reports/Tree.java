package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A document as the JDK's own parser sees it. */
final class Tree {

  private final Document document;

  private Tree(Document document) {
    this.document = document;
  }

  static Tree of(String source) {
    try {
      InputSource input = new InputSource(new StringReader(source));
      return new Tree(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(input));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed", e);
    }
  }

  List<Element> elements(String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  /** All values of an attribute, in the order of the document. */
  List<String> all(String attribute) {
    return elements("*").stream()
        .filter(element -> element.hasAttribute(attribute))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  Element byId(String id) {
    List<Element> found =
        elements("*").stream().filter(each -> each.getAttribute("id").equals(id)).toList();
    assertThat(found).as(id).hasSize(1);
    return found.get(0);
  }

  String text() {
    return document.getDocumentElement().getTextContent();
  }
}
