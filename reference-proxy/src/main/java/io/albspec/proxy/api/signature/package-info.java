/** Signatures of requests: AWS Signature Version 4, verified with the credentials of a file. */
package io.albspec.proxy.api.signature;
