/** The security policies of the guide: protocols and ciphers of secure listeners and targets. */
package io.albspec.proxy.policy;
