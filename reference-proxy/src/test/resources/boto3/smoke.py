"""Makes, describes, changes and deletes the main resources with boto3; says so if all went as expected."""
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint = sys.argv[1]
config = Config(retries={"max_attempts": 1})


def client(**credentials):
    return boto3.client("elbv2", region_name="us-east-2", endpoint_url=endpoint, config=config, **credentials)


def refused(code, call, **members):
    try:
        call(**members)
    except ClientError as refusal:
        got = refusal.response["Error"]["Code"]
        assert got == code, "%s instead of %s" % (got, code)
        return refusal.response["ResponseMetadata"]["HTTPStatusCode"]
    raise AssertionError("was not refused with " + code)


def same(got, expected):
    assert got == expected, "%r instead of %r" % (got, expected)


elb = client()

balancer = elb.create_load_balancer(Name="smoke", Subnets=["subnet-a", "subnet-b"], Tags=[{"Key": "k", "Value": "v é"}])["LoadBalancers"][0]
balancer_arn = balancer["LoadBalancerArn"]
elb.get_waiter("load_balancer_available").wait(LoadBalancerArns=[balancer_arn], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
same(elb.describe_load_balancers(Names=["smoke"])["LoadBalancers"][0]["State"]["Code"], "active")
same(elb.describe_tags(ResourceArns=[balancer_arn])["TagDescriptions"][0]["Tags"], [{"Key": "k", "Value": "v é"}])
elb.modify_load_balancer_attributes(LoadBalancerArn=balancer_arn, Attributes=[{"Key": "idle_timeout.timeout_seconds", "Value": "30"}])
attributes = {each["Key"]: each["Value"] for each in elb.describe_load_balancer_attributes(LoadBalancerArn=balancer_arn)["Attributes"]}
same(attributes["idle_timeout.timeout_seconds"], "30")
same(elb.set_security_groups(LoadBalancerArn=balancer_arn, SecurityGroups=["sg-default"])["SecurityGroupIds"], ["sg-default"])

group_arn = elb.create_target_group(Name="smoke", Protocol="HTTP", Port=80, VpcId="vpc-default", TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
elb.register_targets(TargetGroupArn=group_arn, Targets=[{"Id": "127.0.0.1", "Port": 8081}])
elb.modify_target_group(TargetGroupArn=group_arn, HealthCheckPath="/health", Matcher={"HttpCode": "200-299"})
same(elb.describe_target_groups(TargetGroupArns=[group_arn])["TargetGroups"][0]["Matcher"], {"HttpCode": "200-299"})
same([each["Target"]["Port"] for each in elb.describe_target_health(TargetGroupArn=group_arn)["TargetHealthDescriptions"]], [8081])

listener_arn = elb.create_listener(LoadBalancerArn=balancer_arn, Protocol="HTTP", Port=8080,
                                   DefaultActions=[{"Type": "forward", "TargetGroupArn": group_arn}])["Listeners"][0]["ListenerArn"]
rule_arn = elb.create_rule(ListenerArn=listener_arn, Priority=10, Conditions=[{"Field": "path-pattern", "Values": ["/img/*"]}],
                           Actions=[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}])["Rules"][0]["RuleArn"]
elb.set_rule_priorities(RulePriorities=[{"RuleArn": rule_arn, "Priority": 20}])
elb.modify_rule(RuleArn=rule_arn, Conditions=[{"Field": "host-header", "HostHeaderConfig": {"Values": ["*.example.com"]}}])
rules = elb.describe_rules(ListenerArn=listener_arn)["Rules"]
same([each["Priority"] for each in rules], ["20", "default"])
same(rules[0]["Conditions"][0]["Field"], "host-header")
pages = elb.get_paginator("describe_rules").paginate(ListenerArn=listener_arn, PaginationConfig={"PageSize": 1})
same([len(page["Rules"]) for page in pages], [1, 1])
elb.modify_listener(ListenerArn=listener_arn, DefaultActions=[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "503"}}])

same(refused("LoadBalancerNotFound", elb.describe_load_balancers, Names=["none"]), 400)
refused("PriorityInUse", elb.create_rule, ListenerArn=listener_arn, Priority=20, Conditions=[{"Field": "path-pattern", "Values": ["/"]}],
        Actions=[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}])
refused("ValidationError", elb.create_load_balancer, Name="-", Subnets=["subnet-a", "subnet-b"])
refused("DuplicateListener", elb.create_listener, LoadBalancerArn=balancer_arn, Protocol="HTTP", Port=8080,
        DefaultActions=[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}])
wrong = client(aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="another secret")
same(refused("SignatureDoesNotMatch", wrong.describe_load_balancers), 403)
nobody = client(aws_access_key_id="AKNOBODY", aws_secret_access_key="any")
same(refused("InvalidClientTokenId", nobody.describe_load_balancers), 403)

elb.delete_rule(RuleArn=rule_arn)
elb.delete_listener(ListenerArn=listener_arn)
elb.deregister_targets(TargetGroupArn=group_arn, Targets=[{"Id": "127.0.0.1", "Port": 8081}])
elb.delete_target_group(TargetGroupArn=group_arn)
elb.delete_load_balancer(LoadBalancerArn=balancer_arn)
elb.get_waiter("load_balancers_deleted").wait(LoadBalancerArns=[balancer_arn], WaiterConfig={"Delay": 1, "MaxAttempts": 10})
same(elb.describe_load_balancers()["LoadBalancers"], [])
print("every step was as expected")
