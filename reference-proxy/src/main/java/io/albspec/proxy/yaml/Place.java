package io.albspec.proxy.yaml;

/**
 * Where something stands in a file.
 *
 * @param line counted from 1
 */
public record Place(int line) {}
