/** Bytes too big for an item of DynamoDB, and uploads that go to S3 without passing through the service. */
@NullMarked
package io.troubleshooter.aws.s3;

import org.jspecify.annotations.NullMarked;
