@guide:listeners/redirect-keywords @feature:redirect
Feature: Redirect actions: keywords
  Reserved keywords put a component of the original URL into a component of the new one.

  @core @req:LS-REDIR-009 @req:LS-REDIR-010 @req:LS-REDIR-011 @req:LS-REDIR-012 @req:LS-REDIR-013
  Scenario Outline: <keyword> in the <component>
    Given a load balancer with a listener on port 8080
    And the listener redirects with:
      | <component> | <value>  |
      | <changed>   | <to>     |
      | StatusCode  | HTTP_302 |
    When a client requests "/a/b?c=d&e=f" from "www.example.com:8080"
    Then the response has the header "Location" with the value "<location>"

    Examples: the protocol
      | keyword     | component | value           | changed | to | location                                           |
      | #{protocol} | Protocol  | #{protocol}     | Path    | /z | http://www.example.com:8080/z?c=d&e=f              |
      | #{protocol} | Query     | was=#{protocol} | Path    | /z | ~ http://www.example.com:8080/z[?]was=(http\|HTTP) |

    Examples: the domain
      | keyword | component | value       | changed | to | location                                          |
      | #{host} | Host      | #{host}     | Path    | /z | http://www.example.com:8080/z?c=d&e=f             |
      | #{host} | Host      | new.#{host} | Path    | /z | http://new.www.example.com:8080/z?c=d&e=f         |
      | #{host} | Path      | /of/#{host} | Query   | x  | http://www.example.com:8080/of/www.example.com?x  |
      | #{host} | Query     | was=#{host} | Path    | /z | http://www.example.com:8080/z?was=www.example.com |

    Examples: the port
      | keyword | component | value       | changed | to | location                               |
      | #{port} | Port      | #{port}     | Path    | /z | http://www.example.com:8080/z?c=d&e=f  |
      | #{port} | Path      | /of/#{port} | Query   | x  | http://www.example.com:8080/of/8080?x  |
      | #{port} | Query     | was=#{port} | Path    | /z | http://www.example.com:8080/z?was=8080 |

    Examples: the path
      | keyword | component | value         | changed | to | location                               |
      | #{path} | Path      | /new/#{path}  | Query   | x  | http://www.example.com:8080/new/a/b?x  |
      | #{path} | Path      | /#{path}.html | Query   | x  | http://www.example.com:8080/a/b.html?x |
      | #{path} | Query     | was=#{path}   | Path    | /z | http://www.example.com:8080/z?was=a/b  |

    Examples: the query parameters
      | keyword  | component | value        | changed | to | location                                  |
      | #{query} | Query     | #{query}     | Path    | /z | http://www.example.com:8080/z?c=d&e=f     |
      | #{query} | Query     | x=1&#{query} | Path    | /z | http://www.example.com:8080/z?x=1&c=d&e=f |

  @core @req:LS-REDIR-010 @req:LS-REDIR-011 @req:LS-REDIR-012 @req:LS-REDIR-013
  Scenario: the guide's redirect to HTTPS keeps host, path and query
    Given a load balancer
    And the listener redirects with:
      | Protocol   | HTTPS    |
      | Port       | 443      |
      | Host       | #{host}  |
      | Path       | /#{path} |
      | Query      | #{query} |
      | StatusCode | HTTP_301 |
    When a client requests "/img/logo.png?size=large" from "www.example.com"
    Then the response has the status 301
    And the response has the header "Location" with the value "https://www.example.com:443/img/logo.png?size=large"

  @extended @req:LS-REDIR-014
  Scenario Outline: <value> may not stand in the <component>
    Given a load balancer
    When a user calls "ModifyListener" with:
      | ListenerArn                                  | <listener-arn> |
      | DefaultActions[1].Type                       | redirect       |
      | DefaultActions[1].RedirectConfig.StatusCode  | HTTP_302       |
      | DefaultActions[1].RedirectConfig.<component> | <value>        |
    Then the call is refused

    Examples:
      | component | value          |
      | Host      | #{path}.com    |
      | Host      | #{port}.com    |
      | Port      | #{host}        |
      | Path      | /a/#{query}    |
      | Path      | /a/#{protocol} |
      | Protocol  | #{host}        |
