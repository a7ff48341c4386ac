/** Where the configuration lives between two starts. */
package io.albspec.proxy.store;
