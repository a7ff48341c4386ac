#!/bin/sh
# HTTPS side by side: keep-alive requests/s, full and resumed handshakes/s, for nginx, HAProxy and the reference on one
# machine in one run, TLS 1.2, ECDHE-RSA-AES128-GCM-SHA256, an RSA certificate of 2048 bits.
#   load-tests/bench/tls.sh [seconds a measurement, 5 by default]
# Needs nginx, haproxy, wrk, openssl, curl, python3 and the built command (./albspec).
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-5}
for tool in nginx haproxy wrk openssl curl python3 aws; do
  command -v $tool >/dev/null || { echo "SKIPPED: $tool is not installed" >&2; exit 2; }
done
cipher=ECDHE-RSA-AES128-GCM-SHA256
dir=$(mktemp -d)
pids=
stop() { for pid in $pids; do kill "$pid" 2>/dev/null || true; done; rm -rf "$dir"; }
trap stop EXIT INT TERM

port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
backend=$(port) nginx=$(port) haproxy=$(port) endpoint=$(port) reference=$(port)

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=bench.example.com -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
cat "$dir/cert.pem" "$dir/key.pem" >"$dir/both.pem"
cat >"$dir/nginx.conf" <<END
worker_processes 1; pid $dir/nginx.pid; error_log $dir/error.log; daemon off;
events { worker_connections 4096; }
http {
  access_log off; keepalive_requests 1000000000;
  client_body_temp_path $dir/b; proxy_temp_path $dir/p; fastcgi_temp_path $dir/f; uwsgi_temp_path $dir/u; scgi_temp_path $dir/s;
  server { listen 127.0.0.1:$backend backlog=4096; location / { return 200 "$(printf '%0800d' 0)"; } }
  upstream blue { server 127.0.0.1:$backend; keepalive 256; }
  server {
    listen 127.0.0.1:$nginx ssl backlog=4096; ssl_certificate $dir/cert.pem; ssl_certificate_key $dir/key.pem;
    ssl_protocols TLSv1.2; ssl_ciphers $cipher; ssl_session_cache shared:a:10m;
    location / { proxy_pass http://blue; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}
END
cat >"$dir/haproxy.cfg" <<END
global
  nbthread 1
  ssl-default-bind-ciphers $cipher
defaults
  mode http
  timeout client 60s
  timeout server 60s
  timeout connect 5s
frontend f
  bind 127.0.0.1:$haproxy ssl crt $dir/both.pem ssl-max-ver TLSv1.2
  default_backend b
backend b
  http-reuse always
  server s 127.0.0.1:$backend
END
cat >"$dir/cloud.yaml" <<END
certificates:
  arn:aws:acm:us-east-2:123456789012:certificate/bench:
    certificate: cert.pem
    private-key: key.pem
END
nginx -c "$dir/nginx.conf" -p "$dir" & pids="$pids $!"
haproxy -f "$dir/haproxy.cfg" & pids="$pids $!"
./albspec proxy --endpoint-port "$endpoint" --cloud "$dir/cloud.yaml" --data-dir "$dir/data" >"$dir/proxy.log" 2>&1 & pids="$pids $!"

export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-2
elb() { aws elbv2 --endpoint-url "http://127.0.0.1:$endpoint" --output text "$@"; }
tries=0
until elb describe-load-balancers >/dev/null 2>&1; do
  tries=$((tries + 1)); [ $tries -lt 60 ] || { cat "$dir/proxy.log"; exit 1; }; sleep 1
done
lb=$(elb create-load-balancer --name bench --subnets subnet-a subnet-b --query 'LoadBalancers[0].LoadBalancerArn')
tg=$(elb create-target-group --name bench --protocol HTTP --port "$backend" --vpc-id vpc-default --target-type ip --query 'TargetGroups[0].TargetGroupArn')
elb register-targets --target-group-arn "$tg" --targets Id=127.0.0.1
elb create-listener --load-balancer-arn "$lb" --protocol HTTPS --port "$reference" --ssl-policy ELBSecurityPolicy-FS-1-2-Res-2020-10 \
  --certificates CertificateArn=arn:aws:acm:us-east-2:123456789012:certificate/bench --default-actions "Type=forward,TargetGroupArn=$tg" >/dev/null
node=$(elb describe-load-balancers --query 'LoadBalancers[0].AvailabilityZones[0].LoadBalancerAddresses[0].IpAddress')
elb wait target-in-service --target-group-arn "$tg" 2>/dev/null || sleep 2

requests() { wrk -t1 -c64 -d"${seconds}s" "https://$1/" | awk '/Requests.sec/ { print int($2) }'; }
# In real seconds, as s_time counts them: new or resumed handshakes.
handshakes() {
  openssl s_time -connect "$1" -"$2" -time "$seconds" -cipher "$cipher" -tls1_2 2>/dev/null |
    awk '/real seconds/ { print int($1 / $4) }'
}
printf '%-10s %12s %10s %10s\n' system requests/s full/s resumed/s
for system in "nginx 127.0.0.1:$nginx" "haproxy 127.0.0.1:$haproxy" "reference $node:$reference"; do
  name=${system% *} at=${system#* }
  requests "$at" >/dev/null; handshakes "$at" new >/dev/null
  printf '%-10s %12s %10s %10s\n' "$name" "$(requests "$at")" "$(handshakes "$at" new)" "$(handshakes "$at" reuse)"
done
