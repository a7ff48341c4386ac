/** What the conditions and actions of a rule may say, and how they are shown again. */
package io.albspec.proxy.control.rules;
