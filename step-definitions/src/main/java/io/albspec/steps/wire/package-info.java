/** HTTP/1 byte for byte: clients that send what they are told, targets that answer so. */
package io.albspec.steps.wire;
