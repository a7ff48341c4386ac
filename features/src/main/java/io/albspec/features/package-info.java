/** The requirement catalogue and the feature files, and what ties them together. */
package io.albspec.features;
