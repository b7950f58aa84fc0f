package io.troubleshooter.bedrock;

import static io.troubleshooter.bedrock.Fault.Kind.BROKEN;
import static io.troubleshooter.bedrock.Fault.Kind.MISCONFIGURED;
import static io.troubleshooter.bedrock.Fault.Kind.REFUSED;
import static io.troubleshooter.bedrock.Fault.Kind.TIMED_OUT;
import static io.troubleshooter.bedrock.Fault.Kind.UNAVAILABLE;
import static io.troubleshooter.bedrock.Fault.Retry.NEVER;
import static io.troubleshooter.bedrock.Fault.Retry.ONCE;
import static io.troubleshooter.bedrock.Fault.Retry.PATIENTLY;

/** What each fault is called, and what to do about it. */
final class Advice {

    private final String model;
    private final String region;

    Advice(String model, String region) {
        this.model = model;
        this.region = region;
    }

    Fault throttled() {
        return Fault.of(
                UNAVAILABLE,
                PATIENTLY,
                "Bedrock is throttling requests to " + model + ".",
                "Try again in a minute, use another model or a cross-region inference profile, or ask for fewer tokens: the"
                        + " quota counts the longest reply allowed.");
    }

    Fault notReady() {
        return Fault.of(
                UNAVAILABLE, PATIENTLY, "The model " + model + " is not ready yet.", "Try again in a few minutes.");
    }

    Fault down() {
        return Fault.of(
                UNAVAILABLE,
                PATIENTLY,
                "Bedrock has a fault of its own in " + region + ".",
                "Try again later, or use a model in another region.");
    }

    Fault modelTimeout() {
        return Fault.of(
                TIMED_OUT,
                ONCE,
                "The model " + model + " took too long.",
                "Send less evidence or allow fewer tokens for the reply.");
    }

    Fault modelError() {
        return Fault.of(UNAVAILABLE, ONCE, "The model " + model + " failed.", "Try again, or use another model.");
    }

    Fault streamError() {
        return Fault.of(BROKEN, ONCE, "The model " + model + " failed while it was replying.", "Try again.");
    }

    Fault brokenStream() {
        return Fault.of(
                BROKEN, ONCE, "The reply of " + model + " broke off.", "Try again; check proxies if it happens often.");
    }

    Fault endless() {
        return Fault.of(BROKEN, NEVER, "The reply of " + model + " has no end.", "Check what serves this model.");
    }

    Fault silent() {
        return Fault.of(
                TIMED_OUT,
                ONCE,
                "The connection to Bedrock went silent.",
                "Try again, or allow longer silences: some models think for minutes.");
    }

    Fault quota() {
        return Fault.of(
                UNAVAILABLE,
                NEVER,
                "A quota of the account for " + model + " is used up.",
                "Wait until it is renewed, ask for a higher one under Service Quotas, or use another model.");
    }

    Fault needsProfile() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "The model " + model + " can only be used through an inference profile.",
                "Put the geography in front of the id, as in us." + bare() + ", eu." + bare() + " or global." + bare()
                        + ", or give the ARN of an inference profile.");
    }

    private String bare() {
        return model.startsWith("arn:") ? model.substring(model.lastIndexOf('/') + 1) : model;
    }

    Fault noSuchModel() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "There is no model " + model + " in " + region + ".",
                "Check the id and the region; aws bedrock list-inference-profiles shows what there is.");
    }

    Fault retired() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "The model " + model + " has been retired.",
                "Choose a newer one; aws bedrock list-inference-profiles shows what there is.");
    }

    Fault form() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "The account has not yet stated its use case for the models of this vendor.",
                "Fill in the use-case form once, in the model catalog of the Bedrock console, and wait some minutes.");
    }

    Fault denied() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "Access to " + model + " in " + region + " is denied.",
                "Allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on the inference profile and on the"
                        + " foundation model in every region that it leads to, and check that the account has access to the"
                        + " model.");
    }

    Fault noCredentials() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "There are no usable AWS credentials.",
                "Set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. A profile that signs in by browser needs a"
                        + " credential_process, such as aws configure export-credentials --format process.");
    }

    Fault badCredentials() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "AWS does not accept the credentials.",
                "Check the keys, the profile, and the clock of this machine.");
    }

    Fault expired() {
        return Fault.of(MISCONFIGURED, NEVER, "The AWS credentials have expired.", "Sign in again.");
    }

    Fault noRegion() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "No AWS region is set.",
                "Set AWS_REGION or a region in the profile, one in which Bedrock serves the model.");
    }

    Fault noHost() {
        return Fault.of(
                UNAVAILABLE,
                ONCE,
                "Bedrock cannot be found in the network for region " + region + ".",
                "Check that Bedrock exists in this region, and the network.");
    }

    Fault noConnection() {
        return Fault.of(
                UNAVAILABLE,
                ONCE,
                "Bedrock cannot be reached in " + region + ".",
                "Check the network and the proxy, and try again.");
    }

    Fault untrusted() {
        return Fault.of(
                MISCONFIGURED,
                NEVER,
                "The connection to Bedrock is not trusted.",
                "If a proxy inspects the traffic, add its certificate to the trust store of Java.");
    }

    Fault tooLong() {
        return Fault.of(
                REFUSED,
                NEVER,
                "The request is longer than " + model + " takes.",
                "Send less evidence, or use a larger model.");
    }

    Fault invalid() {
        return Fault.of(
                REFUSED,
                NEVER,
                "Bedrock finds the request to " + model + " invalid.",
                "The model may lack a feature; describe it in a catalog of your own.");
    }
}
