#!/bin/sh
# Unary gRPC calls a second through HAProxy and the reference in turn, in several rounds, with one thread each, in front of the
# same io.grpc server; then the ratios. TLS 1.3, TLS_AES_128_GCM_SHA256, an ECDSA certificate on P-256; cleartext to the server.
# Microseconds are the processor time of the balancer's process for a call: the machine may be busy with other things.
#
# Usage: grpc.sh [ROUNDS [SECONDS [CONNECTIONS [STREAMS [BYTES]]]]]
#        (3 rounds of 5 s after a warm-up of 20 s, 16 connections with 8 calls at once each, messages of 100 bytes; the load
#        balancer ends a connection after 10,000 requests, and h2load then has failures: let it have fewer)
# Needs: haproxy, h2load, openssl, the aws CLI, python3.
set -eu

rounds=${1:-3}
seconds=${2:-5}
connections=${3:-16}
streams=${4:-8}
bytes=${5:-100}
. "$(dirname "$0")/common.sh"
need haproxy h2load openssl aws python3
build
haproxy_port=$(free_port 1) reference_port=$(free_port 2)
suite=TLS_AES_128_GCM_SHA256

make_certificate
printf 'openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\nCiphersuites = %s\n' "$suite" >"$work/openssl.cnf"
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
classes=$root/load-tests/target/load-tests-$version.jar:$(cat "$root/load-tests/target/classpath")
"$java" -cp "$classes" io.albspec.load.bench.GrpcBackend >"$work/server.port" &
pids="$pids $!"
await "$work/server.port" '[0-9]'
server_port=$(cat "$work/server.port")

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
  bind 127.0.0.1:$haproxy_port ssl crt $work/both.pem ssl-min-ver TLSv1.3 alpn h2
  option forwardfor
  http-request set-header X-Forwarded-Proto https
  http-request set-header X-Forwarded-Port $haproxy_port
  unique-id-format Root=1-%[date,hex]-%[rand,hex]%[rand,hex]
  unique-id-header X-Amzn-Trace-Id
  default_backend b
backend b
  server s 127.0.0.1:$server_port proto h2
END
start haproxy -f "$work/haproxy.cfg" >/dev/null 2>&1
haproxy=$started
start_reference
group=$(elb create-target-group --name bench --protocol HTTP --protocol-version GRPC --port "$server_port" --vpc-id vpc-default \
  --target-type ip --query 'TargetGroups[0].TargetGroupArn')
elb register-targets --target-group-arn "$group" --targets Id=127.0.0.1
elb create-listener --load-balancer-arn "$balancer" --protocol HTTPS --port "$reference_port" \
  --ssl-policy ELBSecurityPolicy-TLS13-1-3-2021-06 --certificates CertificateArn="$certificate" \
  --default-actions "Type=forward,TargetGroupArn=$group" >/dev/null
elb wait target-in-service --target-group-arn "$group"

# A message as gRPC frames it: not compressed, its length in four bytes.
python3 -c 'import sys; n = int(sys.argv[1]); sys.stdout.buffer.write(b"\0" + n.to_bytes(4, "big") + b"x" * n)' "$bytes" >"$work/message"

# Calls that succeeded and that failed, of so many seconds.
calls() {
  OPENSSL_CONF=$work/openssl.cnf h2load -D "$2" -c "$connections" -m "$streams" -t 1 -d "$work/message" \
    -H 'content-type: application/grpc' -H 'te: trailers' "https://$1/bench.Calls/Echo" 2>/dev/null |
    awk '/^status codes:/ { good = $3 } /^requests:/ { bad = $10 + $12 } END { print good, bad }'
}

: >"$work/results"
printf '%-10s %10s %8s %12s\n' system calls/s failed microseconds
for round in $(seq "$rounds"); do
  for system in "haproxy 127.0.0.1:$haproxy_port $haproxy" "reference $node:$reference_port $reference"; do
    set -- $system
    [ "$round" -gt 1 ] || { calls "$2" 10 && calls "$2" 10; } >/dev/null
    before=$(ticks "$3")
    counted=$(calls "$2" "$seconds")
    after=$(ticks "$3")
    echo "$1 $counted $before $after" |
      awk -v seconds="$seconds" -v hertz="$hertz" \
        '{ printf "%-10s %10d %8d %12.1f\n", $1, $2 / seconds, $3, ($5 - $4) * 1e6 / hertz / $2 }' | tee -a "$work/results"
  done
done
awk "$median"'
  { n[$1]++; rate[$1, n[$1]] = $2; time[$1, n[$1]] = $4 }
  END { printf "reference to haproxy: calls/s %.2f, calls for the same processor time %.2f\n",
    median(rate, "reference") / median(rate, "haproxy"), median(time, "haproxy") / median(time, "reference") }' "$work/results"
