package io.albspec.steps.run;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Keeps the scenarios whose tags match, so that the others are not even counted. */
final class TagExpressionFilter implements PostDiscoveryFilter {

  private final Expression expression;

  TagExpressionFilter(String expression) {
    this.expression = TagExpressionParser.parse(expression);
  }

  @Override
  public FilterResult apply(TestDescriptor descriptor) {
    List<String> tags = descriptor.getTags().stream().map(tag -> "@" + tag.getName()).toList();
    return FilterResult.includedIf(expression.evaluate(tags));
  }
}
