/** Client certificates: what is demanded of them, who vouches for them, what is revoked. */
package io.albspec.proxy.trust;
