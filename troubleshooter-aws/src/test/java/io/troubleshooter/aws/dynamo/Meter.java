package io.troubleshooter.aws.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Asks what each request consumed, and adds it up. Transactions are counted as the documentation of DynamoDB says, since
 * DynamoDB Local counts them otherwise: two units for each begun kibibyte of an item, and one for each change in an index.
 * Items that are updated or deleted in one are taken to be short. Refused requests do not say; they are not counted.
 */
final class Meter implements ExecutionInterceptor {

    private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

    private double read;
    private double written;
    private int requests;

    /** Request units: of reading, of writing; and how many requests. */
    record Units(double read, double written, int requests) {}

    /** What this consumes. */
    Units of(Callable<?> work) throws Exception {
        read = 0;
        written = 0;
        requests = 0;
        work.call();
        return new Units(read, written, requests);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (request instanceof PutItemRequest put) {
            return put.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof UpdateItemRequest update) {
            return update.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof TransactWriteItemsRequest) {
            return request;
        } else if (request instanceof BatchWriteItemRequest writes) {
            return writes.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof GetItemRequest get) {
            return get.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof BatchGetItemRequest get) {
            return get.toBuilder().returnConsumedCapacity(TOTAL).build();
        } else if (request instanceof QueryRequest query) {
            return query.toBuilder().returnConsumedCapacity(TOTAL).build();
        }
        throw new IllegalArgumentException("not counted: " + request.getClass());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        requests++;
        SdkResponse response = context.response();
        if (response instanceof PutItemResponse put) {
            written += units(List.of(put.consumedCapacity()));
        } else if (response instanceof UpdateItemResponse update) {
            written += units(List.of(update.consumedCapacity()));
        } else if (context.request() instanceof TransactWriteItemsRequest writes) {
            written += writes.transactItems().stream().mapToDouble(Meter::units).sum();
        } else if (response instanceof BatchWriteItemResponse writes) {
            written += units(writes.consumedCapacity());
        } else if (response instanceof GetItemResponse get) {
            read += units(List.of(get.consumedCapacity()));
        } else if (response instanceof BatchGetItemResponse get) {
            read += units(get.consumedCapacity());
        } else if (response instanceof QueryResponse query) {
            boolean consistent = Boolean.TRUE.equals(((QueryRequest) context.request()).consistentRead());
            read += Math.max(consistent ? 1 : 0.5, units(List.of(query.consumedCapacity())));
        }
    }

    private static double units(TransactWriteItem write) {
        if (write.put() != null) {
            Map<String, AttributeValue> item = write.put().item();
            long indexes = Stream.of(TableSetup.OWNER, TableSetup.SHARD)
                    .filter(item::containsKey)
                    .count();
            return 2 * Math.ceil(bytes(item) / 1024.0) + indexes;
        }
        boolean indexed = write.update() != null
                && write.update().expressionAttributeNames().containsValue(TableSetup.SHARD);
        return indexed ? 3 : 2;
    }

    private static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(each -> each.getKey().length() + bytes(each.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        if (value.b() != null) {
            return value.b().asByteArrayUnsafe().length;
        }
        if (value.n() != null) {
            return value.n().length() / 2 + 2;
        }
        return value.s() == null ? 1 : value.s().getBytes(StandardCharsets.UTF_8).length;
    }

    private static double units(List<ConsumedCapacity> consumed) {
        return new ArrayList<>(consumed)
                .stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }
}
