package io.albspec.proxy.target;

import io.albspec.proxy.exchange.Exchange;
import java.util.List;

/**
 * How a target is chosen among those that may get requests (guide: "Routing algorithms"). Safe for
 * any number of threads.
 */
interface Algorithm {

  /** The target for this request, or null if there is none to choose from. */
  Target choose(Exchange exchange);

  /** What goes on in place of this one when other targets may get requests. */
  Algorithm over(List<Target> eligible);
}
