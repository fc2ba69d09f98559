#!/usr/bin/env bash
# Stockade's main job in half a minute: two weak TLS servers and a strong one, a client that knows
# nothing of Stockade, first in audit, then in enforce, then what a report says of the audit. Needs
# bash, a JDK 11 or newer and the jars of `mvn -B package -DskipTests`; the servers are openssl's, or
# Java's where there is no OpenSSL.
# Leaves nothing behind: servers are stopped, all files lie in a folder that is removed.
set -eu

root=$(cd "$(dirname "$0")/../../.." && pwd)
jar=$root/agent/target/stockade.jar
apps=$root/test-apps/target/classes
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
keytool=${JAVA_HOME:+$JAVA_HOME/bin/}keytool
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS ${!STOCKADE_@}

if [ ! -f "$jar" ] || [ ! -d "$apps" ]; then
  echo "build first: mvn -B package -DskipTests" >&2
  exit 1
fi

mkdir -p "$root/agent/target"
folder=$(mktemp -d "$root/agent/target/demo.XXXXXX")
servers=()
clean_up() {
  for server in ${servers[@]+"${servers[@]}"}; do
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
cd "$folder"

# A throw-away key for localhost, and what JDK and OpenSSL need to speak old TLS at all: the JDK's
# own list of what is forbidden without TLSv1.1 and static RSA, as in many a program with old peers.
"$keytool" -genkeypair -alias demo -keyalg RSA -keysize 2048 -dname CN=localhost -validity 2 \
  -ext SAN=DNS:localhost,IP:127.0.0.1 -storetype PKCS12 -keystore keys.p12 -storepass changeit \
  >keytool.log 2>&1
"$keytool" -exportcert -rfc -alias demo -keystore keys.p12 -storepass changeit -file cert.pem \
  >>keytool.log 2>&1
"$keytool" -importcert -noprompt -alias demo -file cert.pem -storetype PKCS12 \
  -keystore trust.p12 -storepass changeit >>keytool.log 2>&1
echo 'jdk.tls.disabledAlgorithms=SSLv3, TLSv1, DTLSv1.0, RC4, DES, MD5withRSA, DH keySize < 1024, \
  EC keySize < 224, 3DES_EDE_CBC, anon, NULL, ECDH' >legacy.security
cat >openssl.cnf <<'CONFIGURATION'
openssl_conf = all
[all]
ssl_conf = ssl
[ssl]
system_default = legacy
[legacy]
CipherString = ALL:@SECLEVEL=0
CONFIGURATION
export OPENSSL_CONF=$folder/openssl.cnf

with_openssl=no
case $(openssl version 2>/dev/null || true) in
  "OpenSSL 1.1."* | "OpenSSL "[3-9]*)
    openssl pkcs12 -in keys.p12 -passin pass:changeit -nodes -out key.pem 2>keytool.log
    with_openssl=yes
    ;;
esac
mkfifo open && exec 3<>open # what the Java servers read from: they end when it closes

# start NAME OPENSSL_VERSION OPENSSL_CIPHERS JSSE_VERSION JSSE_SUITES: sets port
start() {
  if [ $with_openssl = yes ]; then
    openssl s_server -accept 127.0.0.1:0 -www -key key.pem -cert cert.pem "$2" \
      -cipher "$3:@SECLEVEL=0" >"$1.log" 2>&1 &
  else
    "$java" -cp "$apps" -Djava.security.properties=legacy.security -Dapp.keystore=keys.p12 \
      -Dapp.password=changeit -Dapp.protocols="$4" -Dapp.suites="$5" \
      dev.stockade.apps.SocketServer <open >"$1.log" 2>&1 &
  fi
  servers+=($!)
  port=
  for _ in $(seq 100); do
    port=$(sed -n 's/^ACCEPT .*:\([0-9]*\).*/\1/p;s/^ready \([0-9]*\).*/\1/p' "$1.log")
    [ -z "$port" ] || return 0
    sleep 0.1
  done
  echo "the server $1 does not start:" >&2
  cat "$1.log" >&2
  exit 1
}

start old -tls1_1 DEFAULT TLSv1.1 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
old=$port
start static -tls1_2 AES128-GCM-SHA256 TLSv1.2 TLS_RSA_WITH_AES_128_GCM_SHA256
static=$port
start strong -tls1_2 ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
strong=$port
echo "servers: $old speaks TLS 1.1, $static TLS 1.2 with static RSA, $strong TLS 1.2 with ECDHE"

# The client, which knows nothing of Stockade.
client() {
  "$java" "$@" -Djava.security.properties=legacy.security -Djavax.net.ssl.trustStore=trust.p12 \
    -Djavax.net.ssl.trustStorePassword=changeit -cp "$apps" dev.stockade.apps.SocketClient \
    "localhost:$old" "localhost:$static" "localhost:$strong" || true
}

for mode in audit enforce; do
  echo
  echo "=== mode=$mode: what the client prints, and Stockade's lines on stderr"
  client "-javaagent:$jar=mode=$mode,journal=$mode.ndjson" 2>&1
  echo
  echo "=== mode=$mode: the records"
  cat $mode.ndjson
done

echo
echo "=== what to decide: java -jar stockade.jar report audit.ndjson"
"$java" -jar "$jar" report audit.ndjson | sed '/^== /,$d'
