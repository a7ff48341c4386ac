package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Place;

/**
 * A template that cannot be applied. The message says where and of what: {@code line 12: resource
 * Web, property Port: ...}.
 */
public final class TemplateException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String context;
  private final String problem;

  TemplateException(Place place, String problem) {
    this(place, "", problem);
  }

  TemplateException(String problem) {
    this(null, "", problem);
  }

  private TemplateException(Place place, String context, String problem) {
    super((place == null ? "" : "line %d: ".formatted(place.line())) + context + problem);
    this.place = place;
    this.context = context;
    this.problem = problem;
  }

  /** The same of that part of the template, unless it is of a part already. */
  TemplateException of(String part) {
    return context.isEmpty() ? new TemplateException(place, part + ": ", problem) : this;
  }
}
