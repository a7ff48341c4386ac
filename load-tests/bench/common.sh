# What the benchmarks share; sourced by each. Everything that is started ends with the script, and its files go.
root=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
benchmark=$(basename "$0" .sh)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
hertz=$(getconf CLK_TCK)
work=$(mktemp -d)
chmod 711 "$work" # nginx reads its files as another user
pids=

end() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM

fail() { echo "$benchmark: $1" >&2; exit 2; }
need() {
  for tool in "$@"; do command -v "$tool" >/dev/null 2>&1 || fail "$tool is needed"; done
}

# Builds what is not built.
build() { "$root/albspec" proxy --version >/dev/null; }

# A port that nobody uses at the moment, another one each time it is called in a row: free_port 1, free_port 2, ...
free_port() {
  port=$((20000 + ($$ + $1 * 97) % 20000))
  while ss -Hltn "sport = :$port" | grep -q .; do port=$((port + 1)); done
  echo "$port"
}

# Runs a program until the end; its process is $started.
start() {
  "$@" & started=$!
  pids="$pids $started"
}

# The process and its children.
processes() {
  echo "$1"
  ps -o pid= --ppid "$1" || true
}
# The processor time, in clock ticks, that a process with its children has used so far.
ticks() {
  for pid in $(processes "$1"); do
    sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null || true
  done | awk '{ t += $12 + $13 } END { print t + 0 }'
}

# Waits until a file says so.
await() {
  tries=0
  until grep -qs "$2" "$1"; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { cat "$1" >&2; fail "it does not start"; }
    sleep 0.2
  done
}

# The page that is balanced to: an nginx with one worker on $1 that answers with $2 bytes.
start_page() {
  cat >"$work/page.conf" <<END
worker_processes 1; daemon off; pid $work/page.pid; error_log $work/page.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000; keepalive_timeout 3600;
  server { listen 0.0.0.0:$1 backlog=4096; location / { return 200 "$(printf "%0$2d" 0)"; } } }
END
  start nginx -c "$work/page.conf" -p "$work" 2>/dev/null
}

# A certificate with an ECDSA key on P-256: cert.pem, key.pem, and both in both.pem.
make_certificate() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=bench.example.com \
    -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
  cat "$work/cert.pem" "$work/key.pem" >"$work/both.pem"
}

# The reference with one worker, and a load balancer in it: $reference, $balancer, $node. Its certificate is that of
# make_certificate, as $certificate, if that was called.
start_reference() {
  certificate=arn:aws:acm:us-east-2:123456789012:certificate/bench
  if [ -f "$work/cert.pem" ]; then
    printf 'certificates:\n  %s:\n    certificate: cert.pem\n    private-key: key.pem\n' "$certificate" >"$work/cloud.yaml"
    set -- --cloud "$work/cloud.yaml"
  else
    set --
  fi
  "$root/albspec" proxy --workers 1 --endpoint-port 0 --data-dir "$work/data" "$@" >"$work/reference.log" 2>&1 & reference=$!
  pids="$pids $reference"
  await "$work/reference.log" 'name server'
  endpoint=$(sed -n 's/^elbv2 endpoint: //p' "$work/reference.log")
  export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-2
  balancer=$(elb create-load-balancer --name bench --subnets subnet-a subnet-b --query 'LoadBalancers[0].LoadBalancerArn')
  node=$(elb describe-load-balancers --query 'LoadBalancers[0].AvailabilityZones[0].LoadBalancerAddresses[0].IpAddress')
}
elb() { aws elbv2 --endpoint-url "$endpoint" --output text "$@"; }

# The proxies with TLS 1.3, $suite and the certificate of make_certificate, one thread each. They do what the reference does: keep
# the Host, add the three X-Forwarded headers and a trace id.
suite=TLS_AES_128_GCM_SHA256

# nginx on $1 before the page on $2, with what else its listener has in $3: $nginx.
start_nginx() {
  nginx_address=127.0.0.1:$1
  cat >"$work/nginx.conf" <<END
worker_processes 1; daemon off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000;
  upstream b { server 127.0.0.1:$2; keepalive 512; keepalive_requests 1000000000; }
  server { listen $nginx_address ssl $3 backlog=4096; ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem;
    ssl_protocols TLSv1.3; ssl_conf_command Ciphersuites $suite; ssl_session_cache shared:a:10m;
    location / { proxy_pass http://b; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host \$host; proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto https; proxy_set_header X-Forwarded-Port $1;
      proxy_set_header X-Amzn-Trace-Id Root=1-\$request_id; } } }
END
  start nginx -c "$work/nginx.conf" 2>/dev/null
  nginx=$started
}

# HAProxy on $1 before the server on $2, with what else its listener and its server have in $3 and $4: $haproxy.
start_haproxy() {
  haproxy_address=127.0.0.1:$1
  cat >"$work/haproxy.cfg" <<END
global
  nbthread 1
  maxconn 4000
  ssl-default-bind-ciphersuites $suite
defaults
  mode http
  timeout connect 10s
  timeout client 60s
  timeout server 60s
  http-reuse always
frontend f
  bind $haproxy_address ssl crt $work/both.pem ssl-min-ver TLSv1.3 $3
  option forwardfor
  http-request set-header X-Forwarded-Proto https
  http-request set-header X-Forwarded-Port $1
  unique-id-format Root=1-%[date,hex]-%[rand,hex]%[rand,hex]
  unique-id-header X-Amzn-Trace-Id
  default_backend b
backend b
  server s 127.0.0.1:$2 $4
END
  start haproxy -f "$work/haproxy.cfg" >/dev/null 2>&1
  haproxy=$started
}

# The reference with an HTTPS listener on $1 before the target on $2 of a group of the protocol version $3.
start_secure_reference() {
  start_reference
  reference_address=$node:$1
  group=$(elb create-target-group --name bench --protocol HTTP --protocol-version "$3" --port "$2" --vpc-id vpc-default --target-type ip \
    --query 'TargetGroups[0].TargetGroupArn')
  elb register-targets --target-group-arn "$group" --targets Id=127.0.0.1
  elb create-listener --load-balancer-arn "$balancer" --protocol HTTPS --port "$1" \
    --ssl-policy ELBSecurityPolicy-TLS13-1-3-2021-06 --certificates CertificateArn="$certificate" \
    --default-actions "Type=forward,TargetGroupArn=$group" >/dev/null
  elb wait target-in-service --target-group-arn "$group"
}
# Of nginx, haproxy or reference: where it listens, and its process.
address() { eval "echo \$$1_address"; }
process() { eval "echo \$$1"; }

# A file that lets OpenSSL's clients offer $suite only: $client_conf.
make_client_conf() {
  client_conf=$work/openssl.cnf
  printf 'openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\nCiphersuites = %s\n' "$suite" >"$client_conf"
}

# Statistics for awk programs: median(v, k) of v[k, 1] to v[k, n[k]].
median='
  function median(v, k,   i, j, t, c, s) { c = n[k]; for (i = 1; i <= c; i++) s[i] = v[k, i]
    for (i = 1; i <= c; i++) for (j = i + 1; j <= c; j++) if (s[j] < s[i]) { t = s[i]; s[i] = s[j]; s[j] = t }
    return c % 2 ? s[(c + 1) / 2] : (s[c / 2] + s[c / 2 + 1]) / 2 }'
