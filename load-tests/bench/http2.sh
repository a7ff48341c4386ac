#!/bin/sh
# HTTP/2 side by side: requests over 10 connections with 32 at once on each, for nginx, HAProxy and the reference in turn, in several
# rounds, with one thread each, in front of the same nginx backend of HTTP/1.1; then the ratios.
# TLS 1.3, TLS_AES_128_GCM_SHA256, an ECDSA certificate on P-256. On a machine that others use, the CPU time tells more than the rate.
#
# Usage: http2.sh [ROUNDS [REQUESTS]]      (5 rounds of 60000 requests; the reference takes 10000 on a connection, so each load is
#        made of runs of 90000 at most)
# Needs: nginx, haproxy, h2load (nghttp2-client), openssl, the aws CLI.
set -eu

rounds=${1:-5}
count=${2:-60000}
. "$(dirname "$0")/common.sh"
need nginx haproxy h2load openssl aws
[ "$count" -le 90000 ] || fail "a connection would have more than 9000 requests"
build
page_port=$(free_port 1)
make_certificate
start_page "$page_port" 800
start_nginx "$(free_port 2)" "$page_port" http2
start_haproxy "$(free_port 3)" "$page_port" 'alpn h2,http/1.1' 'pool-max-conn 512'
start_secure_reference "$(free_port 4)" "$page_port" HTTP1

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
