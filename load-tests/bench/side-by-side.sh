#!/bin/sh
# Requests per second through nginx, HAProxy, Jetty's ProxyHandler.Reverse and the reference, in turn, in
# several rounds, all in front of the same nginx backend and on the same machine; then the ratios.
# All but Jetty's do the same: keep the Host, add the three X-Forwarded headers and a trace id.
#
# Usage: side-by-side.sh [ROUNDS [SECONDS [CONNECTIONS [THREADS [BYTES]]]]]
#        (3 rounds of 5 s, 64 connections, 1 thread, 800 bytes; UPLOAD=1 sends the bytes instead of getting them;
#        RULES=N adds the reference with N rules, none of which is met)
# Needs: nginx, haproxy, wrk, a JDK; builds the modules if they are not built.
set -eu

rounds=${1:-3}
seconds=${2:-5}
connections=${3:-64}
threads=${4:-1}
bytes=${5:-800}
. "$(dirname "$0")/common.sh"
need nginx haproxy wrk "$java"
build
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
classes=$root/load-tests/target/load-tests-$version.jar:$(cat "$root/load-tests/target/classpath")

backend=$(free_port 1) nginx_port=$(free_port 2) haproxy_port=$(free_port 3) jetty_port=$(free_port 4) reference_port=$(free_port 5) logging_port=$(free_port 6) rules_port=$(free_port 7)
proxies="backend nginx haproxy jetty reference logging${RULES:+ rules}"

mkdir "$work/www"
head -c "$bytes" /dev/urandom | od -An -tx1 | tr -d ' \n' | head -c "$bytes" >"$work/www/index.html"
if [ -n "${UPLOAD:-}" ]; then
  printf 'wrk.method = "POST"\nwrk.body = string.rep("x", %s)\n' "$bytes" >"$work/upload.lua"
  set -- -s "$work/upload.lua"
else
  set --
fi

cat >"$work/backend.conf" <<END
worker_processes 1; daemon off; pid $work/backend.pid; error_log $work/backend.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000; keepalive_timeout 3600;
  server { listen 127.0.0.1:$backend backlog=4096; client_max_body_size 0; client_body_buffer_size 2m;
    location / { root $work/www; if (\$request_method = POST) { return 200 "taken"; } } } }
END
cat >"$work/nginx.conf" <<END
worker_processes $threads; daemon off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000;
  upstream b { server 127.0.0.1:$backend; keepalive 256; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:$nginx_port backlog=4096; client_max_body_size 0; proxy_request_buffering off;
    location / { proxy_pass http://b; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host \$host; proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto http; proxy_set_header X-Forwarded-Port $nginx_port;
      proxy_set_header X-Amzn-Trace-Id Root=1-\$request_id; } } }
END
cat >"$work/haproxy.cfg" <<END
global
  nbthread $threads
  maxconn 4000
defaults
  mode http
  timeout connect 10s
  timeout client 60s
  timeout server 60s
  http-reuse always
frontend f
  bind 127.0.0.1:$haproxy_port
  option forwardfor
  http-request set-header X-Forwarded-Proto http
  http-request set-header X-Forwarded-Port $haproxy_port
  unique-id-format Root=1-%[date,hex]-%[rand,hex]%[rand,hex]
  unique-id-header X-Amzn-Trace-Id
  default_backend b
backend b
  server s 127.0.0.1:$backend
END

nginx -c "$work/backend.conf" 2>/dev/null & backend_pid=$! pids="$pids $!"
nginx -c "$work/nginx.conf" 2>/dev/null & nginx_pid=$! pids="$pids $!"
haproxy -f "$work/haproxy.cfg" >/dev/null 2>&1 & haproxy_pid=$! pids="$pids $!"
"$java" -cp "$classes" io.albspec.load.bench.JettyReverse "$jetty_port" "http://127.0.0.1:$backend" >"$work/jetty.log" 2>&1 & jetty_pid=$! pids="$pids $!"
"$java" -XX:+UseSerialGC -cp "$classes" io.albspec.load.bench.ReferenceForward "$reference_port" 127.0.0.1 "$backend" "$threads" "$work/data" >"$work/reference.url" 2>"$work/reference.log" & reference_pid=$! pids="$pids $!"
"$java" -XX:+UseSerialGC -cp "$classes" io.albspec.load.bench.ReferenceForward "$logging_port" 127.0.0.1 "$backend" "$threads" "$work/logging" logging >"$work/logging.url" 2>"$work/logging.log" & logging_pid=$! pids="$pids $!"
if [ -n "${RULES:-}" ]; then
  "$java" -XX:+UseSerialGC -cp "$classes" io.albspec.load.bench.ReferenceForward "$rules_port" 127.0.0.1 "$backend" "$threads" "$work/rules" "$RULES" >"$work/rules.url" 2>"$work/rules.log" & rules_pid=$! pids="$pids $!"
  printf 'making rules\n'
  until [ "$(wc -l <"$work/rules.url")" -ge 2 ]; do
    kill -0 "$rules_pid" || { cat "$work/rules.log" >&2; exit 2; }
    sleep 0.2
  done
  sed -n 2p "$work/rules.url"
  rules_url=$(head -n 1 "$work/rules.url")
fi

i=0
until [ -s "$work/reference.url" ] && [ -s "$work/logging.url" ]; do
  i=$((i + 1))
  [ "$i" -lt 100 ] || { cat "$work/reference.log" "$work/logging.log" >&2; exit 2; }
  sleep 0.2
done
reference_url=$(head -n 1 "$work/reference.url") logging_url=$(head -n 1 "$work/logging.url")

url() {
  case $1 in
    backend) echo "http://127.0.0.1:$backend/" ;;
    nginx) echo "http://127.0.0.1:$nginx_port/" ;;
    haproxy) echo "http://127.0.0.1:$haproxy_port/" ;;
    jetty) echo "http://127.0.0.1:$jetty_port/" ;;
    reference) echo "$reference_url" ;;
    logging) echo "$logging_url" ;;
    rules) echo "$rules_url" ;;
  esac
}
# The process of a proxy.
process() {
  case $1 in
    backend) echo "$backend_pid" ;;
    nginx) echo "$nginx_pid" ;;
    haproxy) echo "$haproxy_pid" ;;
    jetty) echo "$jetty_pid" ;;
    reference) echo "$reference_pid" ;;
    logging) echo "$logging_pid" ;;
    rules) echo "$rules_pid" ;;
  esac
}
# The resident memory of a proxy's processes in MB; what they share is counted once for each.
resident() {
  for pid in $(processes "$(process "$1")"); do
    sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB$/\1/p' "/proc/$pid/status" 2>/dev/null || true
  done | awk '{kb += $1} END {print kb / 1024}'
}
measure() {
  name=$1 duration=$2
  shift 2
  before=$(ticks "$(process "$name")")
  wrk -t1 -c"$connections" -d"$duration"s --latency "$@" "$(url "$name")" >"$work/out"
  used=$(($(ticks "$(process "$name")") - before))
  if grep -q 'Non-2xx' "$work/out"; then echo "side-by-side: $name answered with errors" >&2; cat "$work/out" >&2; exit 1; fi
  awk -v cpu="$used" -v hertz="$hertz" -v memory="$(resident "$name")" '/Requests\/sec/ {r=$2} /99%/ {p=$2} / requests in / {n=$1}
    END {print r, p, cpu / hertz / n * 1000000, memory}' "$work/out"
}

printf 'warming up\n'
for name in jetty reference logging ${RULES:+rules} jetty reference logging ${RULES:+rules}; do measure "$name" "$seconds" "$@" >/dev/null; done

printf '%-10s %-6s %12s %10s %16s %13s\n' proxy round requests/s p99 'CPU us/request' 'resident MB'
: >"$work/results"
round=1
while [ "$round" -le "$rounds" ]; do
  for name in $proxies; do
    result=$(measure "$name" "$seconds" "$@")
    echo "$name $result" >>"$work/results"
    printf '%-10s %-6s %12.0f %10s %16.1f %13.0f\n' "$name" "$round" ${result}
  done
  round=$((round + 1))
done

awk -v proxies="$proxies" "$median"'
  {n[$1]++; rate[$1,n[$1]]=$2; tail[$1,n[$1]]=milliseconds($3); cost[$1,n[$1]]=$4; memory[$1,n[$1]]=$5}
  function milliseconds(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
  function compare(label, name) {
    printf "  to %-28s %4.2f of its requests/s, %4.2f of its requests per CPU second\n", label ":",
      median(rate,"reference")/median(rate,name), median(cost,name)/median(cost,"reference") }
  END { printf "medians:\n";
    count = split(proxies, names, " ");
    for (k = 1; k <= count; k++) printf "  %-10s %8.0f requests/s, p99 %6.2f ms, %5.1f us of CPU a request, %4.0f MB\n", names[k],
      median(rate,names[k]), median(tail,names[k]), median(cost,names[k]), median(memory,names[k]);
    printf "the reference, compared\n";
    compare("haproxy","haproxy"); compare("nginx","nginx"); compare("Jetty ProxyHandler.Reverse","jetty")
    compare("itself with access logs","logging")
    if (n["rules"]) compare("itself with rules","rules") }' "$work/results"
