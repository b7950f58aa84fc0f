# What the scripts here share; to be read by them, not to be run.
# shellcheck shell=bash

fail() { # fail TEXT: ends with 1
    printf '%s: %s\n' "$(basename "$0")" "$1" >&2
    exit 1
}

wrong() { # wrong TEXT: the command line is wrong, ends with 2
    printf '%s: %s\n%s --help shows what there is.\n' "$(basename "$0")" "$1" "$(basename "$0")" >&2
    exit 2
}

say() {
    printf '%s: %s\n' "$(basename "$0")" "$1" >&2
}

output() { # output NAME VALUE: for later steps of a workflow, and on standard output
    printf '%s=%s\n' "$1" "$2"
    [ -z "${GITHUB_OUTPUT:-}" ] || printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

environment() { # environment NAME: refuses what is no name of an environment
    [[ $1 =~ ^[a-z][a-z0-9]{1,11}$ ]] || wrong 'name an environment, such as --environment staging'
}

# Terraform names cluster, service and family of task definitions alike.
service_name() { echo "tst-$1"; }

running() { # running NAME: the task definition that the service is set to; empty while it is paused
    aws ecs describe-services --cluster "$1" --services "$1" --output json |
        jq -r '[.services[] | select(.status == "ACTIVE")][0].taskDefinition // empty'
}

image_of() { # image_of TASK-DEFINITION
    aws ecs describe-task-definition --task-definition "$1" --output json |
        jq -r '.taskDefinition.containerDefinitions[] | select(.name == "service") | .image'
}

alarms() { # alarms NAME: those of the service that are on, a line each
    aws cloudwatch describe-alarms --alarm-name-prefix "$1-" --state-value ALARM --output json |
        jq -r '(.MetricAlarms // [])[].AlarmName, (.CompositeAlarms // [])[].AlarmName' | sort
}

# A deployment is done when its own state says so: one that ECS itself took back ends with other tasks than were asked for.
settled() { # settled NAME TASK-DEFINITION
    local waited=0 state
    while [ "$waited" -le "${TST_DEPLOY_SECONDS:-900}" ]; do
        state=$(aws ecs describe-services --cluster "$1" --services "$1" --output json |
            jq -r --arg task "$2" '.services[0].deployments | if length == 1 and .[0].taskDefinition == $task then .[0].rolloutState
                elif any(.taskDefinition == $task) | not then "GONE"
                else (.[] | select(.taskDefinition == $task) | if .rolloutState == "FAILED" then "FAILED" else "IN_PROGRESS" end) end')
        case $state in
            COMPLETED) return 0 ;;
            FAILED | GONE) return 1 ;;
        esac
        sleep "${TST_POLL_SECONDS:-10}"
        waited=$((waited + ${TST_POLL_SECONDS:-10} + 1))
    done
    return 1
}
