#!/bin/sh
# Asks a question with nothing but curl:  ./ask.sh "how much RAM does the server need"
# MABS_URL: where the server is (default: this machine). MABS_API_KEY: an API key, where one is needed.
set -eu

url=${MABS_URL:-http://127.0.0.1:8321}
question=${1:?Say what you want to know, in quotes.}

# A JSON string needs backslashes and quotes escaped, and line ends and tabs spelled out.
escaped=$(printf '%s' "$question" | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/	/\\t/g' | awk 'NR > 1 { printf "\\n" } { printf "%s", $0 }')

if [ -n "${MABS_API_KEY:-}" ]; then
    set -- --header "Authorization: Bearer $MABS_API_KEY"
else
    set --
fi

curl --silent --show-error --fail-with-body --max-time 60 "$@" \
    --header 'Content-Type: application/json' \
    --data "{\"question\": \"$escaped\", \"style\": \"ticket_note\"}" \
    "$url/v1/ask"
echo
