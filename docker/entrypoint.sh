#!/usr/bin/env bash
# What the image starts: a role of the Flink cluster, or the chipwire command with its arguments.
#
#   jobmanager [-D k=v …]     Flink's JobManager; its web page on port 8081; other settings than those of flink/config.yaml
#   taskmanager [-D k=v …]    a Flink TaskManager
#   flink ARGUMENT…           Flink's own command, such as: flink run -d -m jobmanager:8081 -c io.chipwire.app.ChipwireJob
#                             /opt/chipwire/pipeline/app/target/chipwire-app.jar run --config wire.yaml --detach
#   healthy PORT [PATH]       exits 0 if something answers 200 there on this host; for health checks
#   anything else             chipwire with these arguments
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

case ${1:-} in
  jobmanager)
    export CHIPWIRE_MAIN=org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint
    exec "$home/chipwire" --configDir "$home/flink" "${@:2}"
    ;;
  taskmanager)
    export CHIPWIRE_MAIN=org.apache.flink.runtime.taskexecutor.TaskManagerRunner
    exec "$home/chipwire" --configDir "$home/flink" -D "taskmanager.host=$(hostname)" "${@:2}"
    ;;
  flink)
    export CHIPWIRE_MAIN=org.apache.flink.client.cli.CliFrontend FLINK_CONF_DIR="$home/flink"
    exec "$home/chipwire" "${@:2}"
    ;;
  healthy)
    # No curl in a small image; bash opens the connection itself.
    exec 3<>"/dev/tcp/127.0.0.1/$2"
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${3:-/}" >&3
    IFS= read -r -t 4 status <&3
    case $status in *' 200 '*) exit 0 ;; *) echo "$status" >&2 && exit 1 ;; esac
    ;;
  *) exec "$home/chipwire" "$@" ;;
esac
