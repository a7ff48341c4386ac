/** Files that people write: YAML and JSON, read so that every value has its line. */
package io.albspec.proxy.yaml;
