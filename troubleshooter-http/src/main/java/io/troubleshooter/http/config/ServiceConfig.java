package io.troubleshooter.http.config;

/** All that an operator can set; {@code defaults.yaml} beside this class says what each means and is by default. */
public record ServiceConfig(
        Listen listen,
        Storage storage,
        Access access,
        Sessions sessions,
        Limits limits,
        Model model,
        Fetch fetch,
        CloudWatch cloudwatch,
        Hooks hooks,
        Telemetry telemetry) {

    public ServiceConfig withPort(int port) {
        return new ServiceConfig(
                listen.withPort(port), storage, access, sessions, limits, model, fetch, cloudwatch, hooks, telemetry);
    }
}
