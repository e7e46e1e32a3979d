#!/bin/sh
# Sets up .venv for `make demo` (what kedraft needs) or `make test` (also what the tests need), on a machine that has only python3.
# System packages come through apt-get when this user may; otherwise the script says which are missing.
set -eu
what=${1:-demo}
venv=.venv

say() { printf '%s\n' "$*" >&2; }

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

apt() {
    if [ "$(id -u)" = 0 ]; then DEBIAN_FRONTEND=noninteractive apt-get "$@"; else sudo -n env DEBIAN_FRONTEND=noninteractive apt-get "$@"; fi
}

install() { # packages
    apt update -qq >/dev/null 2>&1 || true
    apt install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

python=
for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    say "Cần Python 3.11 trở lên (python3). / Python 3.11 or later is needed."
    exit 1
fi

if [ ! -x "$venv/bin/pip" ]; then
    rm -rf "$venv"
    if ! "$python" -m venv "$venv" >/dev/null 2>&1; then
        rm -rf "$venv"
        if may_install; then
            say "Đang cài python3-venv … / Installing python3-venv …"
            install python3-venv || true
        fi
        if ! "$python" -m venv "$venv"; then
            rm -rf "$venv"
            say "Thiếu gói python3-venv. Hãy chạy: sudo apt-get install python3-venv / The package python3-venv is missing."
            exit 1
        fi
    fi
fi

if [ "$what" = test ]; then
    missing=
    command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui"
    command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
    command -v tesseract >/dev/null 2>&1 || missing="$missing tesseract-ocr tesseract-ocr-vie"
    [ -d /usr/share/fonts/truetype/liberation2 ] || [ -d /usr/share/fonts/truetype/liberation ] || missing="$missing fonts-liberation2"
    if [ -n "$missing" ]; then
        if may_install; then
            say "Đang cài$missing … / Installing$missing …"
            # shellcheck disable=SC2086
            install $missing || say "Không cài được$missing; các kiểm thử cần chúng sẽ được bỏ qua. / Could not install; tests that need them are skipped."
        else
            say "Thiếu$missing; các kiểm thử cần chúng sẽ được bỏ qua. / Missing; tests that need them are skipped."
        fi
    fi
    say "Đang cài kedraft và công cụ kiểm thử … / Installing kedraft and the test tools …"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e '.[test]'
    if command -v npm >/dev/null 2>&1; then
        npm install --prefix "$venv/node" --silent --no-audit --no-fund --ignore-scripts @ooxml-tools/validate@0.4.6 >/dev/null 2>&1 ||
            say "Không cài được Open XML SDK của Microsoft; phép thử bằng nó sẽ được bỏ qua. / The Open XML SDK could not be installed; its test is skipped."
    fi
    touch "$venv/.ready-test"
else
    say "Đang cài kedraft (chỉ lần đầu) … / Installing kedraft (first time only) …"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e .
fi
touch "$venv/.ready"
