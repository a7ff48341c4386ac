/** Imported server certificates with their chains and keys. */
package io.albspec.proxy.cloud.certificate;
