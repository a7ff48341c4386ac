@guide:target-groups/automatic-target-weights @feature:anomaly-detection @needs:anomaly-detection
Feature: Automatic Target Weights (ATW)
  Targets whose requests fail significantly more often than those of the others are found without being asked for. Here
  100 requests to each target, all or none of which fail, leave no doubt.

  Background:
    Given a load balancer
    And a target group "blue" with 4 targets and the settings:
      | HealthCheckIntervalSeconds | 60 |
    And the listener forwards to "blue"

  @core @req:TG-ATW-001 @req:TG-ATW-002 @req:TG-ATW-005 @req:TG-ATW-009 @req:TG-ATW-010 @time:settable
  Scenario: a target that answers with 5xx is anomalous, and stays healthy
    Given target "blue-1" answers with status 500
    When a client connects to port 80
    And the client requests "/" 400 times
    Then the anomaly detection result of target "blue-1" becomes "anomalous"
    And the anomaly detection result of target "blue-2" is "normal"
    And the anomaly detection result of target "blue-4" is "normal"
    And target "blue-1" is "healthy"

  @core @req:TG-ATW-003 @time:settable
  Scenario Outline: a target that <fails> is anomalous
    Given target "blue-1" becomes "healthy"
    And target "blue-1" <fails>
    When a client requests "/" 400 times
    Then the anomaly detection result of target "blue-1" becomes "anomalous"
    And the anomaly detection result of target "blue-2" is "normal"

    Examples:
      | fails                                       |
      | refuses connections                         |
      | resets the connection instead of answering  |
      | closes the connection instead of answering  |

  @core @req:TG-ATW-002 @req:TG-ATW-010 @time:settable
  Scenario: a target that answers with 4xx is normal
    Given target "blue-1" answers with status 404
    When a client connects to port 80
    And the client requests "/" 400 times
    And 11 s pass
    Then the anomaly detection result of target "blue-1" is "normal"

  @core @req:TG-ATW-006 @time:settable
  Scenario: targets that all fail alike are normal
    Given each target of "blue" answers with status 503
    When a client connects to port 80
    And the client requests "/" 400 times
    And 11 s pass
    Then the anomaly detection result of target "blue-1" is "normal"
    And the anomaly detection result of target "blue-2" is "normal"

  @core @req:TG-ATW-007 @time:settable
  Scenario: among two healthy targets none is anomalous
    Given a target group "green" with 2 targets
    And the listener forwards to "green"
    And target "green-1" answers with status 500
    When a client connects to port 80
    And the client requests "/" 200 times
    And 11 s pass
    Then the anomaly detection result of target "green-1" is "normal"

  @core @req:TG-ATW-010 @req:TG-ATW-011 @time:settable
  Scenario: a target that has recovered is normal again
    Given target "blue-1" answers with status 500
    When a client connects to port 80
    And the client requests "/" 400 times
    And the anomaly detection result of target "blue-1" becomes "anomalous"
    And target "blue-1" answers with status 200
    And the client requests "/" 400 times
    Then the anomaly detection result of target "blue-1" becomes "normal"

  @core @req:TG-ATW-012 @time:settable
  Scenario Outline: DescribeTargetHealth includes anomaly detection if asked for <include>
    Given target "blue-1" becomes "healthy"
    When a user calls "DescribeTargetHealth" with:
      | TargetGroupArn | <blue-arn> |
      | Include[1]     | <include>  |
    Then the answer has:
      | TargetHealthDescriptions[Target.Port=<blue-1-port>].AnomalyDetection.Result             | normal |
      | TargetHealthDescriptions[Target.Port=<blue-1-port>].AnomalyDetection.MitigationInEffect | no     |

    Examples:
      | include          |
      | AnomalyDetection |
      | All              |

  @core @req:TG-ATW-012 @time:settable
  Scenario: DescribeTargetHealth does not include anomaly detection unless asked
    Given target "blue-1" becomes "healthy"
    When a user calls "DescribeTargetHealth" with:
      | TargetGroupArn | <blue-arn> |
    Then the answer has:
      | TargetHealthDescriptions[Target.Port=<blue-1-port>].AnomalyDetection.Result | (absent) |

  @core @req:TG-ATW-013
  Scenario: describe-target-health shows the anomaly detection results
    Given target "blue-1" becomes "healthy"
    When a user runs:
      """
      aws elbv2 describe-target-health --target-group-arn <blue-arn> --include AnomalyDetection
      """
    Then the answer has:
      | TargetHealthDescriptions[Target.Port=<blue-1-port>].AnomalyDetection.Result | normal |

  @extended @req:TG-ATW-008 @time:settable @provisional
  Scenario: a target has no result before it gets requests
    Given target "blue-5" is registered with "blue"
    And target "blue-5" answers health checks with status 500
    And target "blue-5" becomes "unhealthy"
    When a user calls "DescribeTargetHealth" with:
      | TargetGroupArn | <blue-arn>       |
      | Include[1]     | AnomalyDetection |
    Then the answer has:
      | TargetHealthDescriptions[Target.Port=<blue-5-port>].AnomalyDetection.Result | (absent) |
