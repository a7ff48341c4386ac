"""Starts, updates, lists and cancels a zonal shift with boto3; says so if all went as expected."""
import datetime
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint = sys.argv[1]
settings = {"region_name": "us-east-2", "endpoint_url": endpoint, "config": Config(retries={"max_attempts": 1})}
elb = boto3.client("elbv2", **settings)
arc = boto3.client("arc-zonal-shift", **settings)


def refused(error, call, **members):
    try:
        call(**members)
    except ClientError as refusal:
        got = refusal.response["Error"]["Code"]
        assert got == error, "%s instead of %s" % (got, error)
        assert isinstance(refusal, getattr(arc.exceptions, error)), refusal
        return refusal.response
    raise AssertionError("was not refused with " + error)


def same(got, expected):
    assert got == expected, "%r instead of %r" % (got, expected)


balancer = elb.create_load_balancer(Name="shifted", Subnets=["subnet-a", "subnet-b"])["LoadBalancers"][0]["LoadBalancerArn"]
group = elb.create_target_group(Name="shifted", Protocol="HTTP", Port=80, VpcId="vpc-default", TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
elb.create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=8080, DefaultActions=[{"Type": "forward", "TargetGroupArn": group}])
start = {"resourceIdentifier": balancer, "awayFrom": "use2-az1", "expiresIn": "20m", "comment": "é"}

same(arc.list_managed_resources()["items"], [])
refused("ResourceNotFoundException", arc.start_zonal_shift, **start)
elb.modify_target_group_attributes(TargetGroupArn=group, Attributes=[{"Key": "load_balancing.cross_zone.enabled", "Value": "false"}])
same(arc.list_managed_resources()["items"][0]["availabilityZones"], ["use2-az1", "use2-az2"])
refused("ValidationException", arc.start_zonal_shift, **dict(start, expiresIn="73h"))

shift = arc.start_zonal_shift(**start)
same([shift["status"], shift["awayFrom"], shift["comment"]], ["ACTIVE", "use2-az1", "é"])
same(shift["expiryTime"] - shift["startTime"], datetime.timedelta(minutes=20))
same(refused("ConflictException", arc.start_zonal_shift, **start)["reason"], "ZonalShiftAlreadyExists")
same(arc.get_managed_resource(resourceIdentifier=balancer)["appliedWeights"], {"use2-az1": 0.0, "use2-az2": 1.0})

updated = arc.update_zonal_shift(zonalShiftId=shift["zonalShiftId"], comment="longer", expiresIn="3h")
same(updated["comment"], "longer")
assert updated["expiryTime"] - shift["expiryTime"] > datetime.timedelta(hours=2)
same(arc.cancel_zonal_shift(zonalShiftId=shift["zonalShiftId"])["status"], "CANCELED")
same(refused("ConflictException", arc.cancel_zonal_shift, zonalShiftId=shift["zonalShiftId"])["reason"], "ZonalShiftStatusNotActive")
refused("ResourceNotFoundException", arc.cancel_zonal_shift, zonalShiftId="nothing-there")
same(arc.list_zonal_shifts(status="ACTIVE")["items"], [])
same([each["status"] for each in arc.list_zonal_shifts(resourceIdentifier=balancer)["items"]], ["CANCELED"])
print("every step was as expected")
