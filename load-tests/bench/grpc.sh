#!/bin/sh
# Unary gRPC calls a second through HAProxy and through the reference, on one thread each, in turn, to the same io.grpc
# server, over TLS with clients (TLS 1.3, one certificate) and cleartext HTTP/2 with the server; then the ratios.
#   load-tests/bench/grpc.sh [ROUNDS [SECONDS [CONNECTIONS [STREAMS]]]]     (3 rounds of 5 s, 8 connections, 16 streams each)
# The processor time of a call is that of the balancer's process: it tells more than calls a second on a machine that is shared.
# Needs haproxy, h2load, openssl, python3, aws and the built command (./albspec).
set -eu
cd "$(dirname "$0")/../.."
rounds=${1:-3} seconds=${2:-5} connections=${3:-8} streams=${4:-16}
for tool in haproxy h2load openssl python3 aws; do
  command -v $tool >/dev/null || { echo "SKIPPED: $tool is not installed" >&2; exit 2; }
done
dir=$(mktemp -d)
pids=
stop() { for pid in $pids; do kill "$pid" 2>/dev/null || true; done; rm -rf "$dir"; }
trap stop EXIT INT TERM

port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
haproxy=$(port) endpoint=$(port) reference=$(port)
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -n 1)
classes=load-tests/target/load-tests-$version.jar:$(cat load-tests/target/classpath)

java -cp "$classes" io.albspec.load.bench.GrpcBackend >"$dir/backend.port" & pids="$pids $!"
tries=0
until [ -s "$dir/backend.port" ]; do
  tries=$((tries + 1)); [ $tries -lt 60 ] || { echo "the gRPC server does not start" >&2; exit 1; }; sleep 1
done
backend=$(cat "$dir/backend.port")

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=bench.example.com -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
cat "$dir/cert.pem" "$dir/key.pem" >"$dir/both.pem"
cat >"$dir/haproxy.cfg" <<END
global
  nbthread 1
defaults
  mode http
  timeout client 60s
  timeout server 60s
  timeout connect 5s
frontend f
  bind 127.0.0.1:$haproxy ssl crt $dir/both.pem alpn h2,http/1.1
  http-request set-header X-Forwarded-Proto https
  option forwardfor
  default_backend b
backend b
  http-reuse always
  server s 127.0.0.1:$backend proto h2
END
cat >"$dir/cloud.yaml" <<END
certificates:
  arn:aws:acm:us-east-2:123456789012:certificate/bench:
    certificate: cert.pem
    private-key: key.pem
END
haproxy -f "$dir/haproxy.cfg" & haproxy_pid=$!
./albspec proxy --workers 1 --endpoint-port "$endpoint" --cloud "$dir/cloud.yaml" --data-dir "$dir/data" >"$dir/proxy.log" 2>&1 & reference_pid=$!
pids="$pids $haproxy_pid $reference_pid"

export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-2
elb() { aws elbv2 --endpoint-url "http://127.0.0.1:$endpoint" --output text "$@"; }
tries=0
until elb describe-load-balancers >/dev/null 2>&1; do
  tries=$((tries + 1)); [ $tries -lt 60 ] || { cat "$dir/proxy.log"; exit 1; }; sleep 1
done
lb=$(elb create-load-balancer --name bench --subnets subnet-a subnet-b --query 'LoadBalancers[0].LoadBalancerArn')
tg=$(elb create-target-group --name bench --protocol HTTP --protocol-version GRPC --port "$backend" --vpc-id vpc-default --target-type ip --query 'TargetGroups[0].TargetGroupArn')
elb register-targets --target-group-arn "$tg" --targets Id=127.0.0.1
elb create-listener --load-balancer-arn "$lb" --protocol HTTPS --port "$reference" --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06 \
  --certificates CertificateArn=arn:aws:acm:us-east-2:123456789012:certificate/bench --default-actions "Type=forward,TargetGroupArn=$tg" >/dev/null
node=$(elb describe-load-balancers --query 'LoadBalancers[0].AvailabilityZones[0].LoadBalancerAddresses[0].IpAddress')
elb wait target-in-service --target-group-arn "$tg"

printf '\000\000\000\000\005hello' >"$dir/call"
hertz=$(getconf CLK_TCK)
# Ticks of the process, and of its children: the command may be a shell around the balancer.
ticks() {
  for each in $1 $(cat /proc/"$1"/task/*/children 2>/dev/null); do awk '{ print $14 + $15 }' /proc/"$each"/stat; done | awk '{ sum += $1 } END { print sum }'
}
calls() {
  h2load -D "$2" -c "$connections" -m "$streams" -t 1 -d "$dir/call" -H 'content-type: application/grpc' -H 'te: trailers' "https://$1/bench.Calls/Echo" 2>/dev/null |
    awk '/^requests:/ { failed = $10 + $12 } /^status codes:/ { print $3, failed }'
}
printf '%-10s %10s %8s %14s\n' system calls/s failed us/call
round=1
while [ $round -le "$rounds" ]; do
  for system in "haproxy 127.0.0.1:$haproxy $haproxy_pid" "reference $node:$reference $reference_pid"; do
    set -- $system
    [ $round -gt 1 ] || calls "$2" 10 >/dev/null
    before=$(ticks "$3")
    result=$(calls "$2" "$seconds")
    after=$(ticks "$3")
    echo "$1 $result $before $after" | awk -v seconds="$seconds" -v hertz="$hertz" \
      '{ printf "%-10s %10d %8d %14.1f\n", $1, $2 / seconds, $3, ($5 - $4) * 1000000 / hertz / $2 }' | tee -a "$dir/results"
  done
  round=$((round + 1))
done
awk '{ calls[$1] += $2; time[$1] += $4 } END {
  printf "calls/s of the reference to those of haproxy: %.2f; processor time of haproxy to that of the reference: %.2f\n",
    calls["reference"] / calls["haproxy"], time["haproxy"] / time["reference"] }' "$dir/results"
