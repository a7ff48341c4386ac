/** What lies in Amazon S3 for trust stores: CA bundles and revocation lists. */
package io.albspec.proxy.cloud.trust;
