/** The file that describes the simulated surroundings. */
package io.albspec.proxy.cloud.file;
