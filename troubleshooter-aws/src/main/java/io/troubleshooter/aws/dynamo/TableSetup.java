package io.troubleshooter.aws.dynamo;

import io.troubleshooter.aws.AwsAccess;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What the table looks like. In an account it is made by Terraform, after this; here for tests, and for DynamoDB Local.
 */
public final class TableSetup {

    /** Partition key, a string. */
    public static final String PK = "pk";

    /** Sort key, a string. */
    public static final String SK = "sk";

    /** When DynamoDB may remove an item, in seconds since 1970: never before it has expired. */
    public static final String TTL = "ttl";

    /** Index of session headers: {@link #OWNER}, then {@link #UPDATED}. */
    public static final String BY_OWNER = "byOwner";

    /** Index of session headers: {@link #SHARD}, then {@link #UPDATED}. */
    public static final String BY_AGE = "byAge";

    public static final String OWNER = "owner";
    public static final String SHARD = "shard";

    /** A number: milliseconds since 1970. */
    public static final String UPDATED = "updated";

    private TableSetup() {}

    /** Makes the table, on demand and with its indexes, and waits until it can be used. */
    public static void create(AwsAccess access, String table) {
        try (DynamoDbClient client = Connection.patient(access)) {
            create(client, table);
        }
    }

    static void create(DynamoDbClient client, String table) {
        client.createTable(request(table));
        client.waiter().waitUntilTableExists(wanted -> wanted.tableName(table)).matched();
        client.updateTimeToLive(request -> request.tableName(table)
                .timeToLiveSpecification(expiry -> expiry.attributeName(TTL).enabled(true)));
    }

    private static CreateTableRequest request(String table) {
        return CreateTableRequest.builder()
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        attribute(PK, ScalarAttributeType.S),
                        attribute(SK, ScalarAttributeType.S),
                        attribute(OWNER, ScalarAttributeType.S),
                        attribute(SHARD, ScalarAttributeType.S),
                        attribute(UPDATED, ScalarAttributeType.N))
                .keySchema(keys(PK, SK))
                .globalSecondaryIndexes(index(BY_OWNER, OWNER), index(BY_AGE, SHARD))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partition)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }

    private static GlobalSecondaryIndex index(String name, String partition) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(keys(partition, UPDATED))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }
}
