/**
 * Stores on one DynamoDB table: sessions, budgets, cached answers, audit and documents, shared by any number of
 * instances. What is too large for an item goes to S3. Whatever a request does, it does once, also when its answer is
 * lost and it is sent again.
 */
@NullMarked
package io.troubleshooter.aws.dynamo;

import org.jspecify.annotations.NullMarked;
