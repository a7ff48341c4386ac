package io.albspec.steps;

import static io.cucumber.junit.platform.engine.Constants.PLUGIN_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The whole specification against the reference balancer. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("alb")
@ConfigurationParameter(
    key = PLUGIN_PROPERTY_NAME,
    value =
        "message:target/conformance/messages.ndjson,"
            + "io.albspec.steps.run.RunRecord:target/conformance,"
            + "io.albspec.steps.run.MissingAbilities")
class ConformanceTest {}
