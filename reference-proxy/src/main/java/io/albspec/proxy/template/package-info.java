/** CloudFormation templates: from their text to one change of the configuration. */
package io.albspec.proxy.template;
