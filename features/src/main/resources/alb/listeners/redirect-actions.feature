@guide:listeners/redirect-actions @feature:redirect @core
Feature: Redirect actions
  A redirect action sends the client from one URL to another, of the form protocol://hostname:port/path?query.
  What it does not modify stays as it was.

  @req:LS-ADDRULE-032 @req:LS-REDIR-003
  Scenario Outline: a redirect is temporary or permanent: <code>
    Given a load balancer
    And a rule with priority 10 that redirects the path "/old" with:
      | Path       | /new   |
      | StatusCode | <code> |
    When a client requests "/old"
    Then the response has the status <status>
    And the response has the header "Location" with the value "http://example.com:80/new"

    Examples:
      | code     | status |
      | HTTP_301 | 301    |
      | HTTP_302 | 302    |

  @req:LS-REDIR-002 @req:LS-REDIR-003
  Scenario Outline: a redirect of the <component> alone keeps the others
    Given a load balancer with a listener on port 8080
    And the listener redirects with:
      | <component> | <value>  |
      | StatusCode  | HTTP_302 |
    When a client requests "/a/b.html?c=d&e=%20f" from "www.example.com:8080"
    Then the response has the header "Location" with the value "<location>"

    Examples:
      | component | value            | location                                         |
      | Protocol  | HTTPS            | https://www.example.com:8080/a/b.html?c=d&e=%20f |
      | Host      | shop.example.org | http://shop.example.org:8080/a/b.html?c=d&e=%20f |
      | Port      | 9090             | http://www.example.com:9090/a/b.html?c=d&e=%20f  |
      | Path      | /z               | http://www.example.com:8080/z?c=d&e=%20f         |

  @req:LS-REDIR-002
  Scenario: a redirect can replace the query
    Given a load balancer
    And the listener redirects with:
      | Path       | /z       |
      | Query      | moved=1  |
      | StatusCode | HTTP_302 |
    When a client requests "/a?b=c"
    Then the response has the header "Location" with the value "http://example.com:80/z?moved=1"

  @req:LS-REDIR-004
  Scenario Outline: HTTP is redirected to <protocol>
    Given a load balancer
    And the listener redirects with:
      | Protocol   | <protocol> |
      | Port       | <port>     |
      | StatusCode | HTTP_301   |
    When a client requests "/a?b=c"
    Then the response has the status 301
    And the response has the header "Location" with the value "<location>"

    Examples:
      | protocol | port | location                      |
      | HTTP     | 8080 | http://example.com:8080/a?b=c |
      | HTTPS    | 443  | https://example.com:443/a?b=c |

  @req:LS-REDIR-003
  Scenario: a request without a query is redirected without one
    Given a load balancer
    And the listener redirects with:
      | Protocol   | HTTPS    |
      | Port       | 443      |
      | Host       | #{host}  |
      | Path       | /#{path} |
      | Query      | #{query} |
      | StatusCode | HTTP_301 |
    When a client requests "/"
    Then the response has the header "Location" with the value "https://example.com:443/"

  @req:LS-REDIR-001
  Scenario Outline: a redirect in a loop is refused: <what>
    Given a load balancer
    When a user calls "ModifyListener" with:
      | ListenerArn                                 | <listener-arn> |
      | DefaultActions[1].Type                      | redirect       |
      | DefaultActions[1].RedirectConfig.StatusCode | HTTP_302       |
      | DefaultActions[1].RedirectConfig.Protocol   | #{protocol}    |
      | DefaultActions[1].RedirectConfig.<member>   | <value>        |
    Then the call is refused

    Examples:
      | what                      | member | value    |
      | the host is retained      | Host   | #{host}  |
      | the port is retained      | Port   | #{port}  |
      | the path is retained      | Path   | /#{path} |
      | only the query is changed | Query  | moved=1  |

  @req:LS-REDIR-005 @req:LS-REDIR-006 @req:LS-REDIR-007 @req:LS-REDIR-008
  Scenario Outline: the <member> <value> is refused
    Given a load balancer
    When a user calls "ModifyListener" with:
      | ListenerArn                                 | <listener-arn> |
      | DefaultActions[1].Type                      | redirect       |
      | DefaultActions[1].RedirectConfig.StatusCode | HTTP_302       |
      | DefaultActions[1].RedirectConfig.Protocol   | HTTPS          |
      | DefaultActions[1].RedirectConfig.<member>   | <value>        |
    Then the call is refused

    Examples:
      | member | value                |
      | Host   | <125 characters>.com |
      | Port   | 0                    |
      | Port   | 65536                |
      | Path   | /<128 characters>    |
      | Path   | new                  |
      | Query  | <129 characters>     |

  @req:LS-REDIR-002 @req:LS-REDIR-003
  Scenario: a visitor who follows a redirect gets the page
    Given a load balancer with a listener on port 8080
    And a rule with priority 10 that redirects the path "/old/*" with:
      | Path       | /new/#{path} |
      | StatusCode | HTTP_301     |
    And a rule with priority 20 that answers the path "/new/old/page" with:
      | StatusCode  | 200        |
      | ContentType | text/plain |
      | MessageBody | moved here |
    When a visitor opens "/old/page?from=bookmark"
    Then the visitor sees the status 200
    And the visitor reads "moved here"
