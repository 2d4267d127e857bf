"""Drives Schemathesis over every service as every role, and is at the same time its module of hooks.

As a driver it starts one `st run` for each service and role, round by round until enough has been asked, and writes the
report. As hooks (in each `st run`) it signs in, puts ids of real cases and tasks into paths, and notes every answer.
"""

import argparse
import atexit
import json
import os
import pathlib
import platform
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib

SERVICES = ["intake", "triage", "remediation", "timeline", "notification", "web"]
ROLES = ["declarant1", "responder1", "lead1", "ars1", "admin1", "soc-990000010"]
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance"
SLOWEST_S = 5
FRESH_S = 500  # tokens live 15 minutes
# A Java heap takes what it may have before it gives back: what is measured is growth after a first round.
GROWTH = 1.25


def call(method, url, token=None, body=None, form=None):
    headers = {"Accept": "application/json"}
    data = None
    if token:
        headers["Authorization"] = "Bearer " + token
    if body is not None:
        headers["Content-Type"] = "application/json"
        data = json.dumps(body).encode()
    if form is not None:
        data = urllib.parse.urlencode(form).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method), timeout=30) as answer:
        return json.load(answer)


class Tokens:
    """One account's, renewed before it ends."""

    def __init__(self, keycloak, account):
        self.url = keycloak + "/realms/pris/protocol/openid-connect/token"
        self.account = account
        self.token, self.until = None, 0

    def get(self):
        if time.monotonic() > self.until:
            machine = self.account.startswith("soc-")
            form = (
                {"grant_type": "client_credentials", "client_id": self.account, "client_secret": "pris-demo"}
                if machine
                else {"grant_type": "password", "client_id": "pris-cli", "username": self.account, "password": "pris-demo"}
            )
            self.token = self.asked(form)
            self.until = time.monotonic() + FRESH_S
        return self.token

    def asked(self, form):
        for attempt in range(10):
            try:
                return call("POST", self.url, form=form)["access_token"]
            except urllib.error.HTTPError as refused:
                # Keycloak shuts out for some seconds who signs in twice within one
                if refused.code != 400 or attempt == 9:
                    raise
                time.sleep(10)


# ---- hooks ----

if "PRIS_FUZZ" in os.environ:
    import schemathesis

    settings = json.loads(os.environ["PRIS_FUZZ"])
    tokens = Tokens(settings["keycloak"], settings["role"])
    seen = {"requests": 0, "statuses": {}, "slowest": [0, ""], "times": []}

    @schemathesis.hook
    def before_call(context, case, kwargs):
        case.headers["Authorization"] = "Bearer " + tokens.get()
        parameters = case.path_parameters or {}
        known = settings["ids"].get(context.operation.path.split("/")[2])
        # by what is asked, not by chance: the same seed asks the same
        dice = zlib.crc32(repr((context.operation.label, case.body, case.query)).encode("utf-8", "replace"))
        if known and "id" in parameters and dice % 4:
            parameters["id"] = known[dice % len(known)]
        if "seq" in parameters and dice % 3:
            parameters["seq"] = 1 + dice % 4

    @schemathesis.hook
    def after_call(context, case, response):
        status = str(response.status_code)
        seen["requests"] += 1
        seen["statuses"][status] = seen["statuses"].get(status, 0) + 1
        seen["times"].append(round(response.elapsed * 1000))
        if response.elapsed > seen["slowest"][0]:
            seen["slowest"] = [response.elapsed, context.operation.label]

    @atexit.register
    def tell():
        pathlib.Path(settings["out"]).write_text(json.dumps(seen))


# ---- driver ----


def given(web, tokens):
    """Cases in several hands and states, their tasks, and an endpoint where nobody answers."""
    cases, tasks = [], []
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 600))
    for account, finess in [("declarant1", "990000010"), ("declarant2", "990000028"), ("soc-990000010", "990000010")] * 2:
        declaration = {
            "establishment": finess,
            "declarant": {"name": "Fuzz", "phone": "+33639980077"},
            "discoveredAt": now,
            "incidentType": "RANSOMWARE",
            "description": "Postes chiffrés depuis ce matin, essai de charge",
        }
        cases.append(call("POST", web + "/api/declarations", tokens[account].get(), declaration)["id"])
    for case in cases:
        for _ in range(60):
            try:
                plan = call("GET", f"{web}/api/cases/{case}/tasks", tokens["responder1"].get())
                tasks += [it["id"] for it in plan["tasks"][:3]]
                break
            except urllib.error.HTTPError:
                time.sleep(1)
    endpoint = {"url": "http://127.0.0.1:9/", "description": "fuzz", "departments": ["2A"]}
    webhook = call("POST", web + "/api/webhooks", tokens["admin1"].get(), endpoint)["id"]
    return {"cases": cases, "declarations": cases, "tasks": tasks, "webhooks": [webhook]}


def memory():
    """Resident MB of each process of the runner, by the folder that it was started from."""
    sizes = {}
    for line in subprocess.run(["ps", "-eo", "rss=,args="], capture_output=True, text=True).stdout.splitlines():
        rss, arguments = line.strip().split(None, 1)
        for service in SERVICES:
            if "java" in arguments and f"/{service}-" in arguments and ".jar" in arguments:
                sizes[service] = sizes.get(service, 0) + int(rss) // 1024
    return sizes


def run(options, service, role, ids, number, seed):
    out = options.report / f"{number:03}-{service}-{role}.json"
    log = options.report / f"{number:03}-{service}-{role}.log"
    environment = dict(os.environ)
    environment.update(
        PRIS_FUZZ=json.dumps({"keycloak": options.keycloak, "role": role, "ids": ids, "out": str(out)}),
        SCHEMATHESIS_HOOKS="fuzz",
        PYTHONPATH=str(pathlib.Path(__file__).parent),
    )
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{options.web}/api-docs/{service}", "--url", options.web]
    command += ["--seed", str(seed), "--max-examples", str(options.examples), "--phases", "coverage,fuzzing"]
    command += ["--checks", CHECKS, "--max-response-time", str(SLOWEST_S), "--request-timeout", "30", "--no-shrink"]
    command += ["--continue-on-failure", "--exclude-path", "/api/board/stream", "--suppress-health-check", "all", "--warnings", "off"]
    command += ["--workers", "2", "--no-color"]
    with log.open("w") as to:
        code = subprocess.run(command, env=environment, stdout=to, stderr=subprocess.STDOUT, cwd=options.report).returncode
    noted = json.loads(out.read_text()) if out.exists() else {"requests": 0, "statuses": {}, "slowest": [0, ""], "times": []}
    return dict(noted, service=service, role=role, seed=seed, code=code, log=str(log))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--web", default="http://localhost:8080")
    parser.add_argument("--keycloak", default="http://localhost:8180")
    parser.add_argument("--requests", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--examples", type=int, default=60, help="of each operation, role and round")
    parser.add_argument("--report", type=pathlib.Path, default=pathlib.Path(__file__).parent / "target/fuzz")
    options = parser.parse_args()
    options.report = options.report.resolve()
    options.report.mkdir(parents=True, exist_ok=True)

    tokens = {role: Tokens(options.keycloak, role) for role in ROLES + ["declarant2"]}
    ids = given(options.web, tokens)
    before, warm, runs, asked, started = memory(), None, [], 0, time.monotonic()
    turn = 0
    while asked < options.requests:
        for service in SERVICES:
            for role in ROLES:
                if asked < options.requests:
                    runs.append(run(options, service, role, ids, len(runs), options.seed + turn))
                    asked += runs[-1]["requests"]
                    print(f"{asked:6} {service} as {role}: {runs[-1]['statuses']} exit {runs[-1]['code']}", flush=True)
        turn += 1
        warm = warm or memory()
        if not any(it["requests"] for it in runs):
            raise SystemExit("Nothing could be asked: see " + runs[-1]["log"])
    report(options, runs, before, warm, memory(), time.monotonic() - started)


def report(options, runs, before, warm, after, seconds):
    statuses, times = {}, []
    for one in runs:
        times += one.pop("times")
        for status, count in one["statuses"].items():
            statuses[status] = statuses.get(status, 0) + count
    times.sort()
    slowest = max((one["slowest"] for one in runs), default=[0, ""])
    grown = [name for name, size in after.items() if size > GROWTH * warm.get(name, size)]
    failed = [one["log"] for one in runs if one["code"] != 0]
    result = {
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "seed": options.seed,
        "requests": sum(statuses.values()),
        "seconds": round(seconds),
        "statuses": dict(sorted(statuses.items())),
        "p50_ms": times[len(times) // 2],
        "p99_ms": times[len(times) * 99 // 100],
        "slowest_ms": round(slowest[0] * 1000),
        "slowest": slowest[1],
        "rss_mb": {"before": before, "after_first_round": warm, "after": after},
        "grown": grown,
        "failed": failed,
    }
    (options.report / "report.json").write_text(json.dumps(result, indent=1))
    print(json.dumps(result, indent=1))
    bad = failed or grown or any(status.startswith("5") for status in statuses) or slowest[0] > SLOWEST_S
    raise SystemExit(1 if bad else 0)


if __name__ == "__main__":
    main()
