#!/bin/sh
# Requests per second through nginx, HAProxy, Jetty's ProxyHandler.Reverse and the reference, in turn, in
# several rounds, all in front of the same nginx backend and on the same machine; then the ratios.
#
# Usage: side-by-side.sh [ROUNDS [SECONDS [CONNECTIONS [THREADS]]]]      (3 rounds of 5 s, 64 connections, 1 thread)
# Needs: nginx, haproxy, wrk, a JDK; builds the modules if they are not built.
set -eu

rounds=${1:-3}
seconds=${2:-5}
connections=${3:-64}
threads=${4:-1}
root=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
chmod 711 "$work" # nginx reads its page as another user
pids=

for tool in nginx haproxy wrk "$java"; do
  command -v "$tool" >/dev/null 2>&1 || { echo "side-by-side: $tool is needed" >&2; exit 2; }
done
end() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM

"$root/albspec" proxy --version >/dev/null
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
classes=$root/load-tests/target/load-tests-$version.jar:$(cat "$root/load-tests/target/classpath")

# Ports that nobody uses at the moment.
free_port() {
  port=$((20000 + ($$ + $1 * 97) % 20000))
  while ss -Hltn "sport = :$port" | grep -q .; do port=$((port + 1)); done
  echo "$port"
}
backend=$(free_port 1) nginx_port=$(free_port 2) haproxy_port=$(free_port 3) jetty_port=$(free_port 4) reference_port=$(free_port 5)

mkdir "$work/www"
head -c 600 /dev/urandom | od -An -tx1 | tr -d ' \n' | head -c 800 >"$work/www/index.html"

cat >"$work/backend.conf" <<END
worker_processes 1; daemon off; pid $work/backend.pid; error_log $work/backend.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000; keepalive_timeout 3600;
  server { listen 127.0.0.1:$backend backlog=4096; location / { root $work/www; } } }
END
cat >"$work/nginx.conf" <<END
worker_processes $threads; daemon off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000000;
  upstream b { server 127.0.0.1:$backend; keepalive 256; keepalive_requests 1000000000; }
  server { listen 127.0.0.1:$nginx_port backlog=4096;
    location / { proxy_pass http://b; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host \$host; proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto http; proxy_set_header X-Forwarded-Port $nginx_port; } } }
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
  default_backend b
backend b
  server s 127.0.0.1:$backend
END

nginx -c "$work/backend.conf" 2>/dev/null & pids="$pids $!"
nginx -c "$work/nginx.conf" 2>/dev/null & pids="$pids $!"
haproxy -f "$work/haproxy.cfg" >/dev/null 2>&1 & pids="$pids $!"
"$java" -cp "$classes" io.albspec.load.bench.JettyReverse "$jetty_port" "http://127.0.0.1:$backend" >"$work/jetty.log" 2>&1 & pids="$pids $!"
"$java" -XX:+UseSerialGC -cp "$classes" io.albspec.load.bench.ReferenceForward "$reference_port" 127.0.0.1 "$backend" "$threads" "$work/data" >"$work/reference.url" 2>"$work/reference.log" & pids="$pids $!"

i=0
until [ -s "$work/reference.url" ]; do
  i=$((i + 1))
  [ "$i" -lt 100 ] || { cat "$work/reference.log" >&2; exit 2; }
  sleep 0.2
done
reference_url=$(head -n 1 "$work/reference.url")

url() {
  case $1 in
    backend) echo "http://127.0.0.1:$backend/" ;;
    nginx) echo "http://127.0.0.1:$nginx_port/" ;;
    haproxy) echo "http://127.0.0.1:$haproxy_port/" ;;
    jetty) echo "http://127.0.0.1:$jetty_port/" ;;
    reference) echo "$reference_url" ;;
  esac
}
measure() {
  wrk -t1 -c"$connections" -d"$2"s --latency "$(url "$1")" >"$work/out"
  if grep -q 'Non-2xx' "$work/out"; then echo "side-by-side: $1 answered with errors" >&2; cat "$work/out" >&2; exit 1; fi
  awk '/Requests\/sec/ {r=$2} /99%/ {p=$2} END {print r, p}' "$work/out"
}

printf 'warming up\n'
for name in jetty reference jetty reference; do measure "$name" "$seconds" >/dev/null; done

printf '%-10s %-6s %12s %10s\n' proxy round requests/s p99
: >"$work/results"
round=1
while [ "$round" -le "$rounds" ]; do
  for name in backend nginx haproxy jetty reference; do
    result=$(measure "$name" "$seconds")
    echo "$name $result" >>"$work/results"
    printf '%-10s %-6s %12.0f %10s\n' "$name" "$round" ${result}
  done
  round=$((round + 1))
done

awk '{n[$1]++; v[$1,n[$1]]=$2}
  function median(name,   i,j,t,c) { c=n[name]; for(i=1;i<=c;i++) s[i]=v[name,i];
    for(i=1;i<=c;i++) for(j=i+1;j<=c;j++) if(s[j]<s[i]) {t=s[i];s[i]=s[j];s[j]=t}
    return c%2 ? s[(c+1)/2] : (s[c/2]+s[c/2+1])/2 }
  END { r=median("reference");
    printf "median of the reference: %.0f requests/s\n", r;
    printf "  to haproxy: %.2f\n  to nginx: %.2f\n  to Jetty ProxyHandler.Reverse: %.2f\n", r/median("haproxy"), r/median("nginx"), r/median("jetty") }' "$work/results"
