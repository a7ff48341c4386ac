package io.albspec.proxy.template;

/**
 * Where something stands in a template.
 *
 * @param line counted from 1
 */
record Place(int line) {}
