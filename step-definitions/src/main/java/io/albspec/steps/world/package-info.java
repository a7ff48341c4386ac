/** What one scenario has: a system under test, resources, targets, clients, answers. */
package io.albspec.steps.world;
