#!/bin/sh
# HTTPS side by side: requests over kept connections, full handshakes and resumed handshakes (one request each), for nginx,
# HAProxy and the reference in turn, in several rounds, with one thread each, in front of the same nginx backend; then the ratios.
# TLS 1.3, TLS_AES_128_GCM_SHA256, an ECDSA certificate on P-256.
#
# Usage: tls.sh [ROUNDS [SECONDS]]      (3 rounds of 4 s; OFFER=all lets clients offer the ciphers in OpenSSL's order, with
#        AES-256 first, so that the reference, whose policy prefers AES-128, has to leave them to the JDK's TLS)
# Needs: nginx, haproxy, wrk, openssl, the aws CLI, python3.
set -eu

rounds=${1:-3}
seconds=${2:-4}
root=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d)
chmod 711 "$work" # nginx reads as another user
pids=

for tool in nginx haproxy wrk openssl aws python3; do
  command -v "$tool" >/dev/null 2>&1 || { echo "tls: $tool is needed" >&2; exit 2; }
done
end() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM
"$root/albspec" proxy --version >/dev/null

free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
backend=$(free_port) nginx_port=$(free_port) haproxy_port=$(free_port) endpoint=$(free_port) reference_port=$(free_port)
suite=TLS_AES_128_GCM_SHA256

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=bench.example.com \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
cat "$work/cert.pem" "$work/key.pem" >"$work/both.pem"
printf 'openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\nCiphersuites = %s\n' "$suite" >"$work/openssl.cnf"
[ "${OFFER:-}" = all ] || client_conf=$work/openssl.cnf
cat >"$work/backend.conf" <<END
worker_processes 1; daemon off; pid $work/backend.pid; error_log $work/backend.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000; keepalive_timeout 3600;
  server { listen 127.0.0.1:$backend backlog=4096; location / { return 200 "$(printf '%0800d' 0)"; } } }
END
cat >"$work/nginx.conf" <<END
worker_processes 1; daemon off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000;
  upstream b { server 127.0.0.1:$backend; keepalive 256; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:$nginx_port ssl backlog=4096; ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem;
    ssl_protocols TLSv1.3; ssl_conf_command Ciphersuites $suite; ssl_session_cache shared:a:10m;
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
  bind 127.0.0.1:$haproxy_port ssl crt $work/both.pem ssl-min-ver TLSv1.3
  option forwardfor
  http-request set-header X-Forwarded-Proto https
  http-request set-header X-Forwarded-Port $haproxy_port
  unique-id-format Root=1-%[date,hex]-%[rand,hex]%[rand,hex]
  unique-id-header X-Amzn-Trace-Id
  default_backend b
backend b
  server s 127.0.0.1:$backend
END
cat >"$work/cloud.yaml" <<END
certificates:
  arn:aws:acm:us-east-2:123456789012:certificate/bench:
    certificate: cert.pem
    private-key: key.pem
END
nginx -c "$work/backend.conf" 2>/dev/null & pids="$pids $!"
nginx -c "$work/nginx.conf" 2>/dev/null & nginx_pid=$! pids="$pids $!"
haproxy -f "$work/haproxy.cfg" >/dev/null 2>&1 & haproxy_pid=$! pids="$pids $!"
"$root/albspec" proxy --workers 1 --endpoint-port "$endpoint" --cloud "$work/cloud.yaml" \
  --data-dir "$work/data" >"$work/reference.log" 2>&1 & reference_pid=$! pids="$pids $!"

export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-2
elb() { aws elbv2 --endpoint-url "http://127.0.0.1:$endpoint" --output text "$@"; }
i=0
until grep -q "127.0.0.1:$endpoint" "$work/reference.log"; do
  i=$((i + 1))
  [ "$i" -lt 300 ] || { cat "$work/reference.log" >&2; exit 2; }
  sleep 0.2
done
balancer=$(elb create-load-balancer --name bench --subnets subnet-a subnet-b --query 'LoadBalancers[0].LoadBalancerArn')
group=$(elb create-target-group --name bench --protocol HTTP --port "$backend" --vpc-id vpc-default --target-type ip \
  --query 'TargetGroups[0].TargetGroupArn')
elb register-targets --target-group-arn "$group" --targets Id=127.0.0.1
elb create-listener --load-balancer-arn "$balancer" --protocol HTTPS --port "$reference_port" \
  --ssl-policy ELBSecurityPolicy-TLS13-1-3-2021-06 \
  --certificates CertificateArn=arn:aws:acm:us-east-2:123456789012:certificate/bench \
  --default-actions "Type=forward,TargetGroupArn=$group" >/dev/null
node=$(elb describe-load-balancers --query 'LoadBalancers[0].AvailabilityZones[0].LoadBalancerAddresses[0].IpAddress')
elb wait target-in-service --target-group-arn "$group"

address() {
  case $1 in
    nginx) echo "127.0.0.1:$nginx_port" ;;
    haproxy) echo "127.0.0.1:$haproxy_port" ;;
    reference) echo "$node:$reference_port" ;;
  esac
}
# The processor time, in clock ticks, that a proxy with its children has used so far.
ticks() {
  case $1 in
    nginx) parent=$nginx_pid ;;
    haproxy) parent=$haproxy_pid ;;
    reference) parent=$reference_pid ;;
  esac
  for pid in $parent $(ps -o pid= --ppid "$parent"); do
    sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null || true
  done | awk '{t += $12 + $13} END {print t + 0}'
}
# Each prints how many there were, and in how many seconds.
requests() {
  OPENSSL_CONF=${client_conf:-} wrk -t1 "$@" | awk '/Non-2xx/ { exit 1 } / requests in / { sub(/,/, "", $4); n = $1; s = $4 + 0 } END { print n, s }'
}
page="$(printf '/ HTTP/1.1\r\nHost: bench.example.com\r\nConnection: close\r\nX-Rest:')"
new_connections() {
  OPENSSL_CONF=${client_conf:-} openssl s_time -connect "$1" -new -tls1_3 -time "$seconds" -www "$page" 2>/dev/null | awk '/real seconds/ { print $1 }' >"$work/$2"
}
full() {
  began=$(date +%s%N)
  new_connections "$1" a & one=$!
  new_connections "$1" b & other=$!
  wait $one $other
  echo "$(($(cat "$work/a") + $(cat "$work/b"))) $(date +%s%N) $began" | awk '{ print $1, ($2 - $3) / 1e9 }'
}
load() {
  case $1 in
    kept) requests -c64 -d"$seconds"s "https://$2/" ;;
    full) full "$2" ;;
    resumed) requests -c16 -d"$seconds"s -H 'Connection: close' "https://$2/" ;;
  esac
}
hertz=$(getconf CLK_TCK)
measure() {
  before=$(ticks "$1")
  counted=$(load "$2" "$(address "$1")")
  echo "$1 $2 $counted $(($(ticks "$1") - before))" | awk -v hertz="$hertz" '{ printf "%s %s %.0f %.1f\n", $1, $2, $3 / $4, $5 / hertz / $3 * 1e6 }'
}

printf 'warming up\n'
for load in full kept full resumed full kept full resumed; do measure reference $load >/dev/null; done
printf '%-10s %-8s %12s %14s\n' proxy load per-second 'CPU us each'
: >"$work/results"
round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  for load in kept full resumed; do
    for name in nginx haproxy reference; do
      measure $name $load | tee -a "$work/results" | awk '{ printf "%-10s %-8s %12d %14.1f\n", $1, $2, $3, $4 }'
    done
  done
done
awk '{ k = $1 " " $2; n[k]++; rate[k, n[k]] = $3; cost[k, n[k]] = $4 }
  function median(v, k,   i, j, t, c, s) { c = n[k]; for (i = 1; i <= c; i++) s[i] = v[k, i];
    for (i = 1; i <= c; i++) for (j = i + 1; j <= c; j++) if (s[j] < s[i]) { t = s[i]; s[i] = s[j]; s[j] = t }
    return c % 2 ? s[(c + 1) / 2] : (s[c / 2] + s[c / 2 + 1]) / 2 }
  END { print "the reference, compared at the medians"
    split("kept full resumed", loads); split("haproxy nginx", peers)
    for (l = 1; l <= 3; l++) for (p = 1; p <= 2; p++) { mine = "reference " loads[l]; its = peers[p] " " loads[l]
      printf "  %-8s %4.2f of %s per second, %4.2f per CPU second\n", loads[l], median(rate, mine) / median(rate, its), peers[p],
        median(cost, its) / median(cost, mine) } }' "$work/results"
