package io.albspec.proxy;

import io.albspec.proxy.template.StackSettings;
import io.albspec.proxy.template.Template;
import io.albspec.proxy.template.TemplateException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of a command that say what is made of a CloudFormation template at the start. */
final class TemplateOptions {

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description =
          "Makes the AWS::ElasticLoadBalancingV2 resources of a CloudFormation template (YAML or"
              + " JSON) at the start, all of them or none, and prints its outputs.")
  private Path file;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "The value of a parameter of the template. Repeatable.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--stand-in",
      paramLabel = "ID=VALUE",
      description =
          "What Ref of a resource of another service gives, such as VpcId=vpc-default, or"
              + " Fn::GetAtt of it: Fn.Arn=arn:... Repeatable.")
  private Map<String, String> standIns = new LinkedHashMap<>();

  @Option(
      names = "--stack-name",
      paramLabel = "NAME",
      description = "The name of the template's stack. Default: ${DEFAULT-VALUE}.")
  private String stackName = "albspec";

  private TemplateOptions() {}

  /**
   * Makes what the template describes, if there is one.
   *
   * @return the outputs of the template, by name
   * @throws IllegalStateException naming the file, if it cannot be made
   */
  Map<String, String> apply(ReferenceProxy proxy) {
    if (file == null) {
      return Map.of();
    }
    try {
      StackSettings settings = new StackSettings(stackName, parameters, standIns);
      return proxy.create(Template.read(file), settings);
    } catch (TemplateException | IllegalArgumentException wrong) {
      throw new IllegalStateException(file + ": " + wrong.getMessage(), wrong);
    }
  }
}
