package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.NormalPart;
import java.util.Optional;

/** The normalised path of a request is like one of these (guide: "Path conditions"). */
final class PathCondition implements Condition {

  private final Wildcard[] paths;

  PathCondition(Iterable<String> paths) {
    this.paths = Wildcard.caseSensitive(paths);
  }

  @Override
  public boolean matches(Exchange exchange) {
    NormalPart path = exchange.request().normalPath();
    return Wildcard.any(paths, path.bytes(), path.start(), path.end());
  }

  @Override
  public Optional<Keys> keys() {
    return Keys.of(PartField.PATH, paths);
  }
}
