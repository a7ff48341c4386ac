/** The HTTP endpoint: the AWS Query protocol over the SDK's own request and response types. */
package io.albspec.proxy.api;
