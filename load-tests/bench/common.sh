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

# Statistics for awk programs: median(v, k) of v[k, 1] to v[k, n[k]].
median='
  function median(v, k,   i, j, t, c, s) { c = n[k]; for (i = 1; i <= c; i++) s[i] = v[k, i]
    for (i = 1; i <= c; i++) for (j = i + 1; j <= c; j++) if (s[j] < s[i]) { t = s[i]; s[i] = s[j]; s[j] = t }
    return c % 2 ? s[(c + 1) / 2] : (s[c / 2] + s[c / 2 + 1]) / 2 }'
