#!/bin/sh
# HTTP/2 side by side: requests over 10 connections with 32 at once on each, for nginx, HAProxy and the reference in turn, in several
# rounds, with one thread each, in front of the same nginx backend of HTTP/1.1; then the ratios.
# TLS 1.3, TLS_AES_128_GCM_SHA256, an ECDSA certificate on P-256. On a machine that others use, the CPU time tells more than the rate.
#
# Usage: http2.sh [ROUNDS [REQUESTS]]      (5 rounds of 60000 requests; the reference takes 10000 on a connection, so each load is
#        made of runs of 90000 at most)
# Needs: nginx, haproxy, h2load (nghttp2-client), openssl, the aws CLI, python3.
set -eu

rounds=${1:-5}
count=${2:-60000}
. "$(dirname "$0")/common.sh"
need nginx haproxy h2load openssl aws
[ "$count" -le 90000 ] || fail "a connection would have more than 9000 requests"
build
page_port=$(free_port 1) nginx_port=$(free_port 2) haproxy_port=$(free_port 3) reference_port=$(free_port 4)
suite=TLS_AES_128_GCM_SHA256

make_certificate
cat >"$work/nginx.conf" <<END
worker_processes 1; daemon off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000; http2_max_concurrent_streams 128;
  upstream b { server 127.0.0.1:$page_port; keepalive 512; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:$nginx_port ssl http2 backlog=4096; ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem;
    ssl_protocols TLSv1.3; ssl_conf_command Ciphersuites $suite;
    location / { proxy_pass http://b; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host \$host; proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto https; proxy_set_header X-Forwarded-Port $nginx_port;
      proxy_set_header X-Amzn-Trace-Id Root=1-\$request_id; } } }
END
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
  bind 127.0.0.1:$haproxy_port ssl crt $work/both.pem alpn h2,http/1.1 ssl-min-ver TLSv1.3
  option forwardfor
  http-request set-header X-Forwarded-Proto https
  http-request set-header X-Forwarded-Port $haproxy_port
  unique-id-format Root=1-%[date,hex]-%[rand,hex]%[rand,hex]
  unique-id-header X-Amzn-Trace-Id
  default_backend b
backend b
  server s 127.0.0.1:$page_port pool-max-conn 512
END
start_page "$page_port" 800
start nginx -c "$work/nginx.conf" 2>/dev/null
nginx=$started
start haproxy -f "$work/haproxy.cfg" >/dev/null 2>&1
haproxy=$started
start_reference
group=$(elb create-target-group --name bench --protocol HTTP --port "$page_port" --vpc-id vpc-default --target-type ip \
  --query 'TargetGroups[0].TargetGroupArn')
elb register-targets --target-group-arn "$group" --targets Id=127.0.0.1
elb create-listener --load-balancer-arn "$balancer" --protocol HTTPS --port "$reference_port" \
  --ssl-policy ELBSecurityPolicy-TLS13-1-3-2021-06 --certificates CertificateArn="$certificate" \
  --default-actions "Type=forward,TargetGroupArn=$group" >/dev/null
elb wait target-in-service --target-group-arn "$group"

address() {
  case $1 in
    nginx) echo "127.0.0.1:$nginx_port" ;;
    haproxy) echo "127.0.0.1:$haproxy_port" ;;
    reference) echo "$node:$reference_port" ;;
  esac
}
process() {
  case $1 in
    nginx) echo "$nginx" ;;
    haproxy) echo "$haproxy" ;;
    reference) echo "$reference" ;;
  esac
}
# Prints the requests per second and the processor time of each, in microseconds.
measure() {
  before=$(ticks "$(process "$1")")
  h2load --tls13-ciphers="$suite" -t1 -c10 -m32 -n"$count" "https://$(address "$1")/" >"$work/h2load.txt" 2>&1
  used=$(($(ticks "$(process "$1")") - before))
  grep -q "$count succeeded, 0 failed, 0 errored" "$work/h2load.txt" || { cat "$work/h2load.txt" >&2; fail "$1 did not answer all"; }
  grep -q "Application protocol: h2" "$work/h2load.txt" || fail "$1 does not speak HTTP/2"
  awk -v used="$used" -v hertz="$hertz" -v n="$count" '/^finished in/ { printf "%.0f %.1f\n", $4, used / hertz / n * 1e6 }' "$work/h2load.txt"
}

printf 'warming up\n'
for turn in 1 2 3 4 5 6; do measure reference >/dev/null; done
printf '%-10s %12s %14s %10s\n' proxy per-second 'CPU us each' 'load'
: >"$work/results"
round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  for name in nginx haproxy reference; do
    result=$(measure $name)
    echo "$name $result" >>"$work/results"
    printf '%-10s %12s %14s %10s\n' "$name" $result "$(cut -d' ' -f1 /proc/loadavg)"
  done
done
awk "$median"'
  { k = $1; n[k]++; rate[k, n[k]] = $2; cost[k, n[k]] = $3 }
  END { print "the reference, compared at the medians"
    split("haproxy nginx", peers)
    for (p = 1; p <= 2; p++) printf "  %4.2f of %s per second, %4.2f per CPU second\n", median(rate, "reference") / median(rate, peers[p]),
      peers[p], median(cost, peers[p]) / median(cost, "reference") }' "$work/results"
