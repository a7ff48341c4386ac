#!/bin/sh
# HTTPS side by side: requests over kept connections, full handshakes and resumed handshakes (one request each), for nginx,
# HAProxy and the reference in turn, in several rounds, with one thread each, in front of the same nginx backend; then the ratios.
# TLS 1.3, TLS_AES_128_GCM_SHA256, an ECDSA certificate on P-256.
#
# Usage: tls.sh [ROUNDS [SECONDS]]      (3 rounds of 4 s; OFFER=all lets clients offer the ciphers in OpenSSL's order, with
#        AES-256 first, so that the reference, whose policy prefers AES-128, has to leave them to the JDK's TLS)
# Needs: nginx, haproxy, wrk, openssl, the aws CLI.
set -eu

rounds=${1:-3}
seconds=${2:-4}
. "$(dirname "$0")/common.sh"
need nginx haproxy wrk openssl aws
build
page_port=$(free_port 1)
make_certificate
[ "${OFFER:-}" = all ] || make_client_conf
start_page "$page_port" 800
start_nginx "$(free_port 2)" "$page_port" ''
start_haproxy "$(free_port 3)" "$page_port" '' ''
start_secure_reference "$(free_port 4)" "$page_port" HTTP1

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
measure() {
  before=$(ticks "$(process "$1")")
  counted=$(load "$2" "$(address "$1")")
  echo "$1 $2 $counted $(($(ticks "$(process "$1")") - before))" | awk -v hertz="$hertz" '{ printf "%s %s %.0f %.1f\n", $1, $2, $3 / $4, $5 / hertz / $3 * 1e6 }'
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
awk "$median"'
  { k = $1 " " $2; n[k]++; rate[k, n[k]] = $3; cost[k, n[k]] = $4 }
  END { print "the reference, compared at the medians"
    split("kept full resumed", loads); split("haproxy nginx", peers)
    for (l = 1; l <= 3; l++) for (p = 1; p <= 2; p++) { mine = "reference " loads[l]; its = peers[p] " " loads[l]
      printf "  %-8s %4.2f of %s per second, %4.2f per CPU second\n", loads[l], median(rate, mine) / median(rate, its), peers[p],
        median(cost, its) / median(cost, mine) } }' "$work/results"
