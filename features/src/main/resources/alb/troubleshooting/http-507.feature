@guide:troubleshooting/http-507 @feature:redirect @extended
Feature: HTTP 507: Insufficient Storage
  A redirect URL can become too long.

  @req:ERR-507-001 @req:ERR-507-002
  Scenario Outline: a path of <length> in a redirect that repeats it
    Given a load balancer
    And the listener redirects with:
      | Path       | /new/#{path} |
      | Query      | from=#{path} |
      | StatusCode | HTTP_302     |
    When a client requests "/<length>"
    Then the response has the status <status>

    Examples:
      | length             | status |
      | <100 characters>   | 302    |
      | <3900 characters>  | 302    |
      | <4200 characters>  | 507    |
      | <15000 characters> | 507    |
