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
make_certificate
make_client_conf
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
classes=$root/load-tests/target/load-tests-$version.jar:$(cat "$root/load-tests/target/classpath")
"$java" -cp "$classes" io.albspec.load.bench.GrpcBackend >"$work/server.port" &
pids="$pids $!"
await "$work/server.port" '[0-9]'
server_port=$(cat "$work/server.port")

start_haproxy "$(free_port 1)" "$server_port" 'alpn h2' 'proto h2'
start_secure_reference "$(free_port 2)" "$server_port" GRPC

# A message as gRPC frames it: not compressed, its length in four bytes.
python3 -c 'import sys; n = int(sys.argv[1]); sys.stdout.buffer.write(b"\0" + n.to_bytes(4, "big") + b"x" * n)' "$bytes" >"$work/message"

# Calls that succeeded and that failed, of so many seconds.
calls() {
  OPENSSL_CONF=$client_conf h2load -D "$2" -c "$connections" -m "$streams" -t 1 -d "$work/message" \
    -H 'content-type: application/grpc' -H 'te: trailers' "https://$1/bench.Calls/Echo" 2>/dev/null |
    awk '/^status codes:/ { good = $3 } /^requests:/ { bad = $10 + $12 } END { print good, bad }'
}

: >"$work/results"
printf '%-10s %10s %8s %12s\n' system calls/s failed microseconds
for round in $(seq "$rounds"); do
  for name in haproxy reference; do
    set -- $name "$(address $name)" "$(process $name)"
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
