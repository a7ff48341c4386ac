#!/bin/sh
# What it costs to check the health of many targets: CPU time of the reference and, in turn, of HAProxy,
# both checking the same addresses of one nginx.
#
# Usage: health-checks.sh [TARGETS [SECONDS]]      (1000 targets, each checked every 5 s; 30 s are measured)
# Needs: nginx, haproxy, aws (the command line of AWS), Linux; builds the modules if they are not built.
set -eu

targets=${1:-1000}
seconds=${2:-30}
. "$(dirname "$0")/common.sh"
need nginx haproxy aws
build
port=$(free_port 1)

# Every address of 127.8.0.0/16 is a target.
addresses() {
  number=1
  while [ "$number" -le "$targets" ]; do
    echo "127.8.$((number / 256)).$((number % 256))"
    number=$((number + 1))
  done
}

start_page "$port" 2

measure() {
  sleep "$seconds" # until everything has been compiled
  before=$(ticks "$2")
  sleep "$seconds"
  after=$(ticks "$2")
  awk -v name="$1" -v checks="$3" -v hundredths=$(((after - before) * 100 / hertz)) -v seconds="$seconds" 'BEGIN {
    printf "%-10s %5.1f %% of a core for %d checks a second, %.0f us each\n",
      name, hundredths / seconds, checks, hundredths * 10000 / seconds / checks }'
}

start_reference
group=$(elb create-target-group --name checks --protocol HTTP --port "$port" --vpc-id vpc-default --target-type ip \
  --health-check-interval-seconds 5 --health-check-timeout-seconds 2 --query 'TargetGroups[0].TargetGroupArn')
elb register-targets --target-group-arn "$group" --targets "$(addresses | awk '
  { printf "%s{\"Id\":\"%s\"}", NR == 1 ? "[" : ",", $1 } END { print "]" }')"
elb create-listener --load-balancer-arn "$balancer" --protocol HTTP --port 80 \
  --default-actions "Type=forward,TargetGroupArn=$group" >/dev/null
measure reference "$reference" $((2 * targets / 5)) # from two nodes
healthy=$(elb describe-target-health --target-group-arn "$group" \
  --query 'length(TargetHealthDescriptions[?TargetHealth.State==`healthy`])')
[ "$healthy" -eq "$targets" ] || { echo "health-checks: only $healthy targets are healthy" >&2; exit 1; }
kill "$reference"
wait "$reference" || true

{
  printf 'global\n  nbthread 1\ndefaults\n  mode http\n  timeout connect 10s\n  timeout client 60s\n  timeout server 60s\n'
  printf 'frontend f\n  bind %s\n  default_backend b\n' "unix@$work/haproxy.sock"
  printf 'backend b\n  option httpchk\n  http-check send meth GET uri / ver HTTP/1.1 hdr Host checked hdr Connection close\n'
  addresses | awk -v port="$port" '{ printf "  server s%d %s:%d check inter 5s\n", NR, $1, port }'
} >"$work/haproxy.cfg"
start haproxy -db -f "$work/haproxy.cfg" >"$work/haproxy.log" 2>&1
haproxy=$started
sleep 1
kill -0 "$haproxy" 2>/dev/null || { cat "$work/haproxy.log" >&2; exit 2; }
measure HAProxy "$haproxy" $((targets / 5))
