#!/bin/sh
# What it costs to check the health of many targets: CPU time of the reference and, in turn, of HAProxy,
# both checking the same addresses of one nginx.
#
# Usage: health-checks.sh [TARGETS [SECONDS]]      (1000 targets, each checked every 5 s; 30 s are measured)
# Needs: nginx, haproxy, aws (the command line of AWS), Linux; builds the modules if they are not built.
set -eu

targets=${1:-1000}
seconds=${2:-30}
root=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d)
pids=

for tool in nginx haproxy aws; do
  command -v "$tool" >/dev/null 2>&1 || { echo "health-checks: $tool is needed" >&2; exit 2; }
done
end() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM

port=$((20000 + $$ % 20000))
while ss -Hltn "sport = :$port" | grep -q .; do port=$((port + 1)); done

# Every address of 127.8.0.0/16 is a target.
addresses() {
  number=1
  while [ "$number" -le "$targets" ]; do
    echo "127.8.$((number / 256)).$((number % 256))"
    number=$((number + 1))
  done
}

cat >"$work/nginx.conf" <<END
worker_processes 1; daemon off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http { access_log off; server { listen 0.0.0.0:$port backlog=4096; location / { return 200 "ok"; } } }
END
nginx -c "$work/nginx.conf" -p "$work" >/dev/null 2>&1 &
pids="$pids $!"

# CPU time of a process up to now, in hundredths of a second.
cpu() {
  sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'
}
measure() {
  sleep "$seconds" # until everything has been compiled
  before=$(cpu "$2")
  sleep "$seconds"
  after=$(cpu "$2")
  awk -v name="$1" -v checks="$3" -v hundredths=$((after - before)) -v seconds="$seconds" 'BEGIN {
    printf "%-10s %5.1f %% of a core for %d checks a second, %.0f us each\n",
      name, hundredths / seconds, checks, hundredths * 10000 / seconds / checks }'
}

"$root/albspec" proxy --version >/dev/null
"$root/albspec" proxy --endpoint-port 0 --data-dir "$work/data" >"$work/proxy.out" &
proxy=$!
pids="$pids $proxy"
tries=0
until grep -qs 'http://' "$work/proxy.out"; do
  tries=$((tries + 1))
  [ "$tries" -le 300 ] || { echo "health-checks: the reference does not start" >&2; exit 2; }
  sleep 0.1
done
export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-2
export AWS_ENDPOINT_URL="$(sed -n 's/^elbv2 endpoint: //p' "$work/proxy.out")"
arn() { aws elbv2 "$@" --output text --query "$query"; }
query='LoadBalancers[0].LoadBalancerArn'
balancer=$(arn create-load-balancer --name checks --subnets subnet-a subnet-b)
query='TargetGroups[0].TargetGroupArn'
group=$(arn create-target-group --name checks --protocol HTTP --port "$port" --vpc-id vpc-default --target-type ip \
  --health-check-interval-seconds 5 --health-check-timeout-seconds 2)
aws elbv2 register-targets --target-group-arn "$group" --targets "$(addresses | awk '
  { printf "%s{\"Id\":\"%s\"}", NR == 1 ? "[" : ",", $1 } END { print "]" }')"
aws elbv2 create-listener --load-balancer-arn "$balancer" --protocol HTTP --port 80 \
  --default-actions "Type=forward,TargetGroupArn=$group" >/dev/null
measure reference "$proxy" $((2 * targets / 5)) # from two nodes
healthy=$(aws elbv2 describe-target-health --target-group-arn "$group" --output text \
  --query 'length(TargetHealthDescriptions[?TargetHealth.State==`healthy`])')
[ "$healthy" -eq "$targets" ] || { echo "health-checks: only $healthy targets are healthy" >&2; exit 1; }
kill "$proxy"
wait "$proxy" || true

{
  printf 'global\n  nbthread 1\ndefaults\n  mode http\n  timeout connect 10s\n  timeout client 60s\n  timeout server 60s\n'
  printf 'frontend f\n  bind %s\n  default_backend b\n' "unix@$work/haproxy.sock"
  printf 'backend b\n  option httpchk\n  http-check send meth GET uri / ver HTTP/1.1 hdr Host checked hdr Connection close\n'
  addresses | awk -v port="$port" '{ printf "  server s%d %s:%d check inter 5s\n", NR, $1, port }'
} >"$work/haproxy.cfg"
haproxy -db -f "$work/haproxy.cfg" >"$work/haproxy.log" 2>&1 &
haproxy=$!
pids="$pids $haproxy"
sleep 1
kill -0 "$haproxy" 2>/dev/null || { cat "$work/haproxy.log" >&2; exit 2; }
measure HAProxy "$haproxy" $((targets / 5))
